//! What two PDFs have in common, as far as a look at their bytes tells: no page is laid out, and nothing is run.
//!
//! Source: ISO 32000-2:2020, 7.3.8 (streams), 7.4.4 (FlateDecode), 9.4.3 (operators that show text), 14.4 (file identifiers).

use std::collections::BTreeSet;
use zune_inflate::{DeflateDecoder, DeflateOptions};

/// Longest stream in bytes that is looked at, uncompressed.
const LONGEST_STREAM: usize = 16 << 20;
/// Most bytes of all streams of one file together, uncompressed.
const BUDGET: usize = 256 << 20;
/// Most streams of one file.
const MOST_STREAMS: usize = 20_000;

/// Whether both carry the same permanent identifier: one is the other, saved again.
pub(super) fn same_document(one: &[u8], other: &[u8]) -> bool {
    is_pdf(one) && is_pdf(other) && permanent_id(one).is_some_and(|id| permanent_id(other) == Some(id))
}

/// Whether the same text is shown on their pages, in whatever way they are compressed and put together.
pub(super) fn same_pages(one: &[u8], other: &[u8]) -> bool {
    if !(is_pdf(one) && is_pdf(other)) {
        return false;
    }
    let shown = texts(one);
    !shown.is_empty() && shown == texts(other)
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Where something stands next.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The first string of the newest `/ID`: it stays when a file is saved again.
fn permanent_id(bytes: &[u8]) -> Option<Vec<u8>> {
    let at = bytes.windows(3).rposition(|window| window == b"/ID")?;
    let rest = bytes.get(at.saturating_add(3)..)?.trim_ascii_start().strip_prefix(b"[")?.trim_ascii_start();
    let id = match rest.split_first()? {
        (b'<', hexadecimal) => {
            let end = find(hexadecimal, b">")?;
            hex::decode(hexadecimal.get(..end)?).ok()?
        }
        (b'(', literal) => literal.get(..find(literal, b")")?)?.to_vec(),
        _ => return None,
    };
    (!id.is_empty()).then_some(id)
}

/// The streams that show text, by BLAKE3 of what they are uncompressed.
fn texts(bytes: &[u8]) -> BTreeSet<[u8; 32]> {
    let (mut texts, mut budget) = (BTreeSet::new(), BUDGET);
    let mut rest = bytes;
    for _ in 0..MOST_STREAMS {
        let Some(at) = find(rest, b"stream") else { break };
        let (before, behind) =
            (rest.get(..at).unwrap_or_default(), rest.get(at.saturating_add(6)..).unwrap_or_default());
        // What stands before it since the last object.
        let dictionary = before.get(before.len().saturating_sub(1_024)..).unwrap_or_default();
        let dictionary = dictionary
            .windows(3)
            .rposition(|window| window == b"obj")
            .map_or(dictionary, |object| dictionary.get(object..).unwrap_or_default());
        let content = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"));
        let Some(content) = content else {
            rest = behind;
            continue;
        };
        let Some(end) = find(content, b"endstream") else { break };
        let stream = content.get(..end).unwrap_or_default();
        let plain = match find(dictionary, b"/FlateDecode") {
            Some(_) => {
                let limit = LONGEST_STREAM.min(budget);
                let options = DeflateOptions::default().set_limit(limit).set_confirm_checksum(false);
                DeflateDecoder::new_with_options(stream, options).decode_zlib().unwrap_or_default()
            }
            None => stream.to_vec(),
        };
        budget = budget.saturating_sub(plain.len().max(1));
        if budget == 0 {
            break;
        }
        let shows_text = [b" Tf".as_slice(), b"Tj", b"TJ"].map(|operator| find(&plain, operator).is_some());
        if matches!(shows_text, [true, one, other] if one || other) {
            texts.insert(*blake3::hash(plain.trim_ascii()).as_bytes());
        }
        rest = content.get(end.saturating_add(9)..).unwrap_or_default();
    }
    texts
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A stream in zlib's form without compression (RFC 1950, RFC 1951 3.2.4).
    fn deflated(content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len()).expect("a short text");
        let (mut one, mut other) = (1u32, 0u32);
        for byte in content {
            one = (one + u32::from(*byte)) % 65_521;
            other = (other + one) % 65_521;
        }
        let checksum = (other << 16 | one).to_be_bytes();
        [&[0x78, 0x01, 1], length.to_le_bytes().as_slice(), &(!length).to_le_bytes(), content, &checksum].concat()
    }

    /// A PDF of one page with this text.
    pub(in super::super) fn pdf(text: &str, ids: &str, producer: &str, compressed: bool) -> Vec<u8> {
        let content = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET\n").repeat(20).into_bytes();
        let (stream, filter) = match compressed {
            true => (deflated(&content), "/Filter /FlateDecode"),
            false => (content, ""),
        };
        let id = |index: usize| hex::encode(ids.as_bytes().get(index..=index).expect("two ids").repeat(16));
        let head = format!(
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n\
             endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n5 0 obj\n<< /Producer ({producer}) >>\n\
             endobj\n4 0 obj\n<< /Length {} {filter} >>\nstream\n",
            stream.len()
        );
        let tail = format!(
            "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Info 5 0 R /ID [<{}><{}>] >>\n%%EOF\n",
            id(0),
            id(1)
        );
        [head.as_bytes(), &stream, tail.as_bytes()].concat()
    }

    #[test]
    fn the_same_text_should_be_found_however_it_is_compressed() {
        let one = pdf("a", "ab", "x", true);
        assert!(same_pages(&one, &pdf("a", "cd", "y", false)) && !same_document(&one, &pdf("a", "cd", "y", false)));
        assert!(same_document(&one, &pdf("b", "ac", "x", true)) && !same_pages(&one, &pdf("b", "ac", "x", true)));
        assert!(!same_pages(b"%PDF-1.7", b"%PDF-1.7") && !same_document(b"%PDF-1.7", b"%PDF-1.7"));
        assert!(!same_pages(&one, b"stream") && !same_document(&one[1..], &one));
    }

    proptest! {
        #[test]
        fn any_bytes_should_be_looked_at_without_panic(mut bytes: Vec<u8>, at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
            let whole = pdf("a", "ab", "x", true);
            let mut changed = whole.clone();
            let index = at.index(changed.len());
            changed[index] = byte;
            changed.truncate(cut.index(changed.len()) + 1);
            bytes.splice(0..0, *b"%PDF-");
            for bytes in [&bytes, &changed] {
                prop_assert_eq!(same_document(bytes, bytes), permanent_id(bytes).is_some() && is_pdf(bytes));
                prop_assert_eq!(same_pages(bytes, bytes), is_pdf(bytes) && !texts(bytes).is_empty());
            }
        }
    }
}
