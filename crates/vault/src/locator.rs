//! Where the objects of a vault lie in its store.

use jiandu_primitives::header::Locator;
use object_store::path::Path;

/// The folder of the objects.
pub(crate) const OBJECTS: &str = "objects";
/// The folder of the openings, each by the locator of its ciphertext.
pub(crate) const OPENINGS: &str = "openings";

/// `objects/ab/cdef…`, or the same in another folder: no folder of a vault of millions gets too long.
pub(crate) fn path_in(folder: &str, locator: Locator) -> Path {
    let text = locator.to_string();
    let (first, rest) = text.split_at(2);
    Path::from_iter([folder, first, rest])
}

/// What [`path_in`] made a path of; none of any other path.
pub(crate) fn locator_in(folder: &str, path: &Path) -> Option<Locator> {
    let parts: Vec<_> = path.parts().collect();
    let [found, first, rest] = parts.as_slice() else { return None };
    let locator: Locator = format!("{}{}", first.as_ref(), rest.as_ref()).parse().ok()?;
    (found.as_ref() == folder && path_in(folder, locator) == *path).then_some(locator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_locator_should_be_read_back_from_its_path(value: [u8; 32]) {
            let locator = Locator(value);
            prop_assert_eq!(locator_in(OBJECTS, &path_in(OBJECTS, locator)), Some(locator));
            prop_assert_eq!(locator_in(OPENINGS, &path_in(OBJECTS, locator)), None);
        }
    }

    #[test]
    fn what_is_no_object_should_have_no_locator() {
        let rest = "0".repeat(62);
        assert!(locator_in(OBJECTS, &Path::from(format!("objects/ab/{rest}"))).is_some());
        let others = [
            "objects".to_owned(),
            "objects/ab".to_owned(),
            format!("other/ab/{rest}"),
            format!("objects/0/0{rest}"),
            format!("objects/AB/{rest}"),
            format!("objects/0x/ab{rest}"),
            format!("objects/ab/cd/{rest}"),
        ];
        for path in others {
            assert_eq!(locator_in(OBJECTS, &Path::from(path.as_str())), None, "{path}");
        }
    }
}
