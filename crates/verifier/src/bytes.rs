//! Reading from a slice of bytes: every function takes from the front, or takes nothing and returns `None`.

use codec::{Compact, Decode};

/// The next `count` bytes.
pub(crate) fn take<'a>(input: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = input.split_at_checked(count)?;
    *input = rest;
    Some(taken)
}

/// The next byte.
pub(crate) fn byte(input: &mut &[u8]) -> Option<u8> {
    let (first, rest) = input.split_first()?;
    *input = rest;
    Some(*first)
}

/// The next `N` bytes.
pub(crate) fn array<const N: usize>(input: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = input.split_first_chunk()?;
    *input = rest;
    Some(*taken)
}

/// A SCALE compact number of up to 32 bits. The codec refuses all but its shortest form.
pub(crate) fn compact(input: &mut &[u8]) -> Option<u32> {
    let mut rest = *input;
    let Compact(number) = Compact::<u32>::decode(&mut rest).ok()?;
    *input = rest;
    Some(number)
}

/// A SCALE compact length.
pub(crate) fn length(input: &mut &[u8]) -> Option<usize> {
    compact(input).and_then(|number| usize::try_from(number).ok())
}

/// A SCALE byte string: its length, then as many bytes.
pub(crate) fn string<'a>(input: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = length(input)?;
    take(input, length)
}
