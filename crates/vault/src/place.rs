//! Where a vault is.

use crate::error::VaultError;
use object_store::{
    aws::AmazonS3Builder, local::LocalFileSystem, prefix::PrefixStore, ClientOptions, ObjectStore, RetryConfig,
};
use serde::Deserialize;
use std::{
    fmt, fs, io,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use thiserror::Error;
use url::{Host, Url};

/// How the name of a bucket is told from that of a folder.
const SCHEME: &str = "s3://";
/// No settings are as long, in bytes.
const LONGEST_SETTINGS: u64 = 64 * 1024;
/// How long a store may take to connect.
const CONNECTING: Duration = Duration::from_secs(30);
/// How long one request may take. None carries more than a part, 8 MiB as a rule, either way.
const REQUEST: Duration = Duration::from_secs(180);
/// How long a request that fails is repeated.
const PATIENCE: Duration = Duration::from_secs(600);
/// How often.
const RETRIES: usize = 4;

/// A folder, or a bucket with the folder in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket of an S3 store.
    Bucket {
        /// Its name.
        bucket: String,
        /// The folder in it; empty for the whole bucket.
        prefix: String,
        /// The file with endpoint and credentials.
        settings: PathBuf,
    },
}

/// Why a text names no place, or the settings of a store can't be used.
#[derive(Debug, Error)]
pub enum PlaceError {
    /// A bucket has no name, or one that no bucket has.
    #[error("{place} names no bucket: write s3://BUCKET or s3://BUCKET/FOLDER")]
    NoBucket {
        /// What was given.
        place: String,
    },
    /// A bucket needs settings.
    #[error("{place} is a bucket, and no settings were named")]
    NoSettings {
        /// What was given.
        place: String,
    },
    /// The settings can't be read.
    #[error("{file}: {source}")]
    Unreadable {
        /// The settings.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Others than their owner can read the settings.
    #[error("{file} holds a secret, and others can read it")]
    Exposed {
        /// The settings.
        file: PathBuf,
    },
    /// They are not what they should be.
    #[error("{file}: {reason}")]
    Malformed {
        /// The settings.
        file: PathBuf,
        /// What does not fit; shows none of them.
        reason: String,
    },
}

/// How to reach an S3 store. Secrets stay in this file: none is taken from an argument or from the environment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    /// Such as `https://s3.example.cn`; http is for this machine alone.
    endpoint: String,
    /// As the store names it.
    region: String,
    access_key_id: String,
    secret_access_key: String,
}

impl Place {
    /// Reads `s3://BUCKET[/FOLDER]`, for which `settings` are needed, or the path of a folder.
    pub fn parse(text: &str, settings: Option<&Path>) -> Result<Self, PlaceError> {
        let Some(rest) = text.strip_prefix(SCHEME) else {
            return match text.contains("://") || text.is_empty() {
                true => Err(PlaceError::NoBucket { place: text.to_owned() }),
                false => Ok(Self::Folder(text.into())),
            };
        };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let named = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
        if !(3..=63).contains(&bucket.len()) || !bucket.bytes().all(named) {
            return Err(PlaceError::NoBucket { place: text.to_owned() });
        }
        let settings = settings.ok_or_else(|| PlaceError::NoSettings { place: text.to_owned() })?;
        let prefix = prefix.trim_matches('/').to_owned();
        Ok(Self::Bucket { bucket: bucket.to_owned(), prefix, settings: settings.to_owned() })
    }

    /// The store there. A folder is made only where `make` says so.
    pub(crate) fn open(&self, make: bool) -> Result<Arc<dyn ObjectStore>, VaultError> {
        match self {
            Self::Folder(folder) => {
                let unusable = |source| VaultError::Folder { folder: folder.clone(), source };
                if make {
                    fs::create_dir_all(folder).map_err(unusable)?;
                }
                if !fs::metadata(folder).map_err(unusable)?.is_dir() {
                    return Err(unusable(io::ErrorKind::NotADirectory.into()));
                }
                // What is acknowledged is on the disk: a transaction may follow.
                let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
                Ok(Arc::new(store))
            }
            Self::Bucket { bucket, prefix, settings } => {
                let store = Settings::load(settings)?.open(bucket, settings)?;
                Ok(match prefix.is_empty() {
                    true => Arc::new(store),
                    false => Arc::new(PrefixStore::new(store, prefix.as_str())),
                })
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Bucket { bucket, prefix, .. } if prefix.is_empty() => write!(f, "{SCHEME}{bucket}"),
            Self::Bucket { bucket, prefix, .. } => write!(f, "{SCHEME}{bucket}/{prefix}"),
        }
    }
}

impl Settings {
    fn load(file: &Path) -> Result<Self, PlaceError> {
        let unreadable = |source| PlaceError::Unreadable { file: file.to_owned(), source };
        let opened = fs::File::open(file).map_err(unreadable)?;
        if exposed(&opened.metadata().map_err(unreadable)?) {
            return Err(PlaceError::Exposed { file: file.to_owned() });
        }
        let mut json = Vec::new();
        opened.take(LONGEST_SETTINGS).read_to_end(&mut json).map_err(unreadable)?;
        // Where it is wrong, without what stands there.
        serde_json::from_slice(&json).map_err(|error| PlaceError::Malformed {
            file: file.to_owned(),
            reason: format!(
                "line {}, column {} is not as it should be: the fields are endpoint, region, access_key_id and secret_access_key",
                error.line(),
                error.column()
            ),
        })
    }

    fn open(self, bucket: &str, file: &Path) -> Result<impl ObjectStore, VaultError> {
        let Self { endpoint, region, access_key_id, secret_access_key } = self;
        let malformed = |reason: &str| PlaceError::Malformed { file: file.to_owned(), reason: reason.to_owned() };
        let fields = [&endpoint, &region, &access_key_id, &secret_access_key];
        if fields.iter().any(|field| field.is_empty() || !field.bytes().all(|byte| byte.is_ascii_graphic())) {
            return Err(malformed("each field must be printable ASCII without spaces").into());
        }
        let allowed = "the endpoint must be https://HOST or https://HOST:PORT; http is for this machine alone";
        let local = local(&endpoint).ok_or_else(|| malformed(allowed))?;
        // Who installed another one before keeps it.
        if rustls::crypto::CryptoProvider::get_default().is_none()
            && rustls::crypto::ring::default_provider().install_default().is_err()
        {
            return Err(VaultError::Store("no TLS provider".into()));
        }
        let client = ClientOptions::new().with_connect_timeout(CONNECTING).with_timeout(REQUEST).with_allow_http(local);
        let retry = RetryConfig { max_retries: RETRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let store = AmazonS3Builder::new()
            .with_endpoint(endpoint)
            .with_region(region)
            .with_bucket_name(bucket)
            .with_access_key_id(access_key_id)
            .with_secret_access_key(secret_access_key)
            .with_client_options(client)
            .with_retry(retry)
            .build()?;
        Ok(store)
    }
}

/// Whether an endpoint is on this machine; none where it is no endpoint, or one elsewhere without TLS.
fn local(endpoint: &str) -> Option<bool> {
    let url = Url::parse(endpoint).ok()?;
    let bare =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    let own = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    (bare && (url.scheme() == "https" || (url.scheme() == "http" && own))).then_some(own)
}

#[cfg(unix)]
fn exposed(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn exposed(_: &fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_should_be_a_folder_or_a_bucket_with_settings() {
        let settings = Path::new("s3.json");
        let place = |text: &str| Place::parse(text, Some(settings));
        assert!(matches!(place("documents"), Ok(Place::Folder(folder)) if folder == Path::new("documents")));
        for (text, expected) in
            [("s3://archive", ("archive", "")), ("s3://archive/hunan/2026/", ("archive", "hunan/2026"))]
        {
            let Ok(Place::Bucket { bucket, prefix, .. }) = place(text) else { panic!("{text}") };
            assert_eq!((bucket.as_str(), prefix.as_str()), expected);
        }
        assert_eq!(place("s3://archive/hunan/").expect("a place").to_string(), "s3://archive/hunan");
        for text in [
            "s3://",
            "s3://ab",
            "s3:///folder",
            "s3://Archive",
            "s3://a b c",
            "s3://档案库档案库",
            "oss://archive",
            "S3://archive",
            "",
        ] {
            assert!(matches!(place(text), Err(PlaceError::NoBucket { .. })), "{text}");
        }
        assert!(matches!(Place::parse("s3://archive", None), Err(PlaceError::NoSettings { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn settings_should_be_whole_private_and_never_shown() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = folder.path().join("s3.json");
        let with = |json: &str, mode: u32| {
            fs::write(&file, json).expect("written");
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("set");
            let place = Place::parse("s3://archive", Some(&file)).expect("a place");
            place.open(false).map(|_| ()).map_err(|error| error.to_string())
        };
        let good = |endpoint: &str| {
            format!(r#"{{"endpoint":"{endpoint}","region":"cn","access_key_id":"id","secret_access_key":"hush"}}"#)
        };
        assert_eq!(with(&good("https://s3.example.cn"), 0o600), Ok(()));
        assert_eq!(with(&good("http://127.0.0.1:9000"), 0o600), Ok(()));
        for (json, mode) in [
            (good("https://s3.example.cn"), 0o644),
            (good("http://s3.example.cn"), 0o600),
            (good("http://localhost:1@s3.example.cn"), 0o600),
            (good("https://s3.example.cn "), 0o600),
            (good("https://"), 0o600),
            (good("https://存储.cn"), 0o600),
            (r#"{"secret_access_key":"hush","#.to_owned(), 0o600),
            (r#"{"secret":"hush"}"#.to_owned(), 0o600),
        ] {
            let error = with(&json, mode).expect_err("refused");
            assert!(error.contains("s3.json") && !error.contains("hush"), "{error}");
        }
        fs::remove_file(&file).expect("removed");
        let place = Place::parse("s3://archive", Some(&file)).expect("a place");
        assert!(place.open(false).is_err());
    }
}
