//! What the pallets' benchmarks write: the longest there is. Only where weights are measured.

use crate::{
    digest::{ContentHash, DigestAlg},
    header::{Body, Header, Label, Level, Locator, Schema},
    record::{Content, Document, Documents, MediaType},
    uscc::{check_character, Uscc},
};
use alloc::{format, string::String, vec::Vec};

/// A valid code for life, another one for every number.
pub fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MB{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

/// A label of the greatest length.
pub fn label<const N: u32>() -> Label<N> {
    core::iter::repeat_n('a', N as usize).collect::<String>().parse().expect("a label")
}

/// A header with everything that there can be in one.
pub fn header() -> Header {
    Header {
        level: Level::L1,
        business: Some(1),
        submitted: Some(0),
        schema: Some(Schema { protocol: label(), version: label(), object_type: label() }),
        body: Some(Body { sm3: [7; 32], length: 1, locator: Some(Locator([7; 32])) }),
    }
}

/// So many documents of two digests each, numbered from `from` on: the same number is the same document.
pub fn documents(from: u32, count: u32) -> Documents {
    let document = |number: u32| {
        let digest = |alg| {
            let mut value = [0; 32];
            value[..4].copy_from_slice(&number.to_be_bytes());
            ContentHash { alg, value }
        };
        let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(digest).to_vec();
        let content = Content::Plain { digests: digests.try_into().expect("two"), length: 1 };
        Document { content, media: MediaType::Pdf }
    };
    (from..from.saturating_add(count)).map(document).collect::<Vec<_>>().try_into().expect("within the bound")
}

/// How `d` documents fall to `v` versions: the first number and the count of each.
pub fn parts(v: u32, d: u32) -> impl Iterator<Item = (u32, u32)> {
    let each = d / v;
    (0..v).map(move |version| {
        let from = version.saturating_mul(each);
        (from, if version.saturating_add(1) == v { d.saturating_sub(from) } else { each })
    })
}
