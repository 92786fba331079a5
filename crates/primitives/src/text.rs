//! The text forms of identifiers and of enums with names, for `Display`, `FromStr` and serde alike.

/// Implements `Serialize` and `Deserialize` for a type through its `Display` and `FromStr`.
macro_rules! serde_as_text {
    ($type:ty) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Defines a fixed-size byte identifier that reads and prints as lower-case hexadecimal.
macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, codec::Encode, codec::Decode, codec::DecodeWithMemTracking,
            codec::MaxEncodedLen, scale_info::TypeInfo,
        )]
        pub struct $name(pub [u8; $bytes]);

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(self, f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = hex::FromHexError;

            /// Reads hexadecimal in either case, with or without `0x`.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let mut bytes = [0; $bytes];
                hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes)?;
                Ok(Self(bytes))
            }
        }

        crate::text::serde_as_text!($name);
    };
}

/// Defines an enum whose values have a codec index and a name each.
macro_rules! named_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $index:literal, $text:literal;)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
            TypeInfo,
        )]
        pub enum $name { $($(#[$variant_doc])* #[codec(index = $index)] $variant,)+ }

        impl $name {
            /// Every value, in the order of the codec indices.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name it is written with in commands, configuration and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::text::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.name() == text).ok_or(crate::text::UnknownName {
                    known: &[$($text),+],
                })
            }
        }

        crate::text::serde_as_text!($name);
    };
}

/// Defines a set of the values of a named enum, one bit each.
macro_rules! named_set {
    ($(#[$doc:meta])* $name:ident($bits:ty) of $value:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
            TypeInfo,
        )]
        pub struct $name($bits);

        // Without a bit for each of them some would be taken for others.
        const _: () = assert!($value::ALL.len() <= <$bits>::BITS as usize);

        impl $name {
            const fn bit(value: $value) -> $bits {
                let one: $bits = 1;
                one.wrapping_shl(value as u32)
            }

            /// The set of these values.
            pub const fn of(values: &[$value]) -> Self {
                let mut bits = 0;
                let mut rest = values;
                while let [value, tail @ ..] = rest {
                    bits |= Self::bit(*value);
                    rest = tail;
                }
                Self(bits)
            }

            /// The set of all values.
            pub const fn all() -> Self {
                Self::of($value::ALL)
            }

            /// Whether it has this value.
            pub const fn has(self, value: $value) -> bool {
                self.0 & Self::bit(value) != 0
            }

            /// Whether it has at least one value, and none that this release does not know.
            pub const fn is_valid(self) -> bool {
                self.0 != 0 && self.0 & !Self::all().0 == 0
            }

            /// Its values, in their order.
            pub fn iter(self) -> impl Iterator<Item = $value> {
                $value::ALL.iter().copied().filter(move |value| self.has(*value))
            }
        }

        impl FromIterator<$value> for $name {
            fn from_iter<I: IntoIterator<Item = $value>>(values: I) -> Self {
                Self(values.into_iter().fold(0, |bits, value| bits | Self::bit(value)))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(<alloc::vec::Vec<$value> as serde::Deserialize>::deserialize(deserializer)?.into_iter().collect())
            }
        }
    };
}

pub(crate) use {hex_id, named_enum, named_set, serde_as_text};

/// A text names none of a fixed list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// The names there are.
    pub known: &'static [&'static str],
}

impl core::fmt::Display for UnknownName {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("unknown name; known are ")?;
        for (index, name) in self.known.iter().enumerate() {
            write!(f, "{}{name}", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownName {}
