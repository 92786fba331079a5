//! The regional equity markets (区域性股权市场): 30 provinces, autonomous regions and municipalities, and the five
//! separately-planned cities with a market of their own.
//!
//! Letters and order are those of JR/T 0326-2024, table 1, which takes the letters from GB/T 2260; chain names are those of
//! JR/T 0325-2024, table 2. Tibet (西藏) has no row in either table.

use crate::text::named_enum;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Most letters of a region code (辖区编码); the fewest are two.
pub const MAX_LETTERS: usize = 3;

named_enum!(
    /// A regional equity market. Its name is the identifier of its business chain (地方业务链标识) in a DID; its codec index
    /// is its number in JR/T 0326-2024, table 1.
    Region {
        /// 北京.
        Beijing = 1, "beijing";
        /// 天津.
        Tianjin = 2, "tianjin";
        /// 河北.
        Hebei = 3, "hebei";
        /// 山西.
        Shanxi = 4, "shanxi";
        /// 内蒙古.
        Neimenggu = 5, "neimenggu";
        /// 辽宁.
        Liaoning = 6, "liaoning";
        /// 吉林.
        Jilin = 7, "jilin";
        /// 黑龙江.
        Heilongjiang = 8, "heilongjiang";
        /// 上海.
        Shanghai = 9, "shanghai";
        /// 江苏.
        Jiangsu = 10, "jiangsu";
        /// 浙江.
        Zhejiang = 11, "zhejiang";
        /// 安徽.
        Anhui = 12, "anhui";
        /// 福建.
        Fujian = 13, "fujian";
        /// 江西.
        Jiangxi = 14, "jiangxi";
        /// 山东.
        Shandong = 15, "shandong";
        /// 河南.
        Henan = 16, "henan";
        /// 湖北.
        Hubei = 17, "hubei";
        /// 湖南.
        Hunan = 18, "hunan";
        /// 广东.
        Guangdong = 19, "guangdong";
        /// 广西.
        Guangxi = 20, "guangxi";
        /// 海南.
        Hainan = 21, "hainan";
        /// 重庆.
        Chongqing = 22, "chongqing";
        /// 四川.
        Sichuan = 23, "sichuan";
        /// 贵州.
        Guizhou = 24, "guizhou";
        /// 云南.
        Yunnan = 25, "yunnan";
        /// 陕西.
        Shaanxi = 26, "shaanxi";
        /// 甘肃.
        Gansu = 27, "gansu";
        /// 青海.
        Qinghai = 28, "qinghai";
        /// 宁夏.
        Ningxia = 29, "ningxia";
        /// 新疆.
        Xinjiang = 30, "xinjiang";
        /// 深圳.
        Shenzhen = 31, "shenzhen";
        /// 大连.
        Dalian = 32, "dalian";
        /// 宁波.
        Ningbo = 33, "ningbo";
        /// 厦门.
        Xiamen = 34, "xiamen";
        /// 青岛.
        Qingdao = 35, "qingdao";
    }
);

impl Region {
    /// The region code (辖区编码) that an enterprise's code begins with: two or three capital letters, such as `HN`.
    pub const fn letters(self) -> &'static str {
        self.entry().0
    }

    /// The province or city in Chinese, in the short form, such as `湖南`.
    pub const fn chinese(self) -> &'static str {
        self.entry().1
    }

    /// The market with a region code, written in either case.
    pub fn from_letters(letters: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|region| region.letters().eq_ignore_ascii_case(letters))
    }

    /// The market with a chain name, written in either case; [`FromStr`](core::str::FromStr) takes small letters only.
    pub fn from_chain(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|region| region.name().eq_ignore_ascii_case(name))
    }

    const fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Beijing => ("BJ", "北京"),
            Self::Tianjin => ("TJ", "天津"),
            Self::Hebei => ("HE", "河北"),
            Self::Shanxi => ("SX", "山西"),
            Self::Neimenggu => ("NM", "内蒙古"),
            Self::Liaoning => ("LN", "辽宁"),
            Self::Jilin => ("JL", "吉林"),
            Self::Heilongjiang => ("HL", "黑龙江"),
            Self::Shanghai => ("SH", "上海"),
            Self::Jiangsu => ("JS", "江苏"),
            Self::Zhejiang => ("ZJ", "浙江"),
            Self::Anhui => ("AH", "安徽"),
            Self::Fujian => ("FJ", "福建"),
            Self::Jiangxi => ("JX", "江西"),
            Self::Shandong => ("SD", "山东"),
            Self::Henan => ("HA", "河南"),
            Self::Hubei => ("HB", "湖北"),
            Self::Hunan => ("HN", "湖南"),
            Self::Guangdong => ("GD", "广东"),
            Self::Guangxi => ("GX", "广西"),
            Self::Hainan => ("HI", "海南"),
            Self::Chongqing => ("CQ", "重庆"),
            Self::Sichuan => ("SC", "四川"),
            Self::Guizhou => ("GZ", "贵州"),
            Self::Yunnan => ("YN", "云南"),
            Self::Shaanxi => ("SN", "陕西"),
            Self::Gansu => ("GS", "甘肃"),
            Self::Qinghai => ("QH", "青海"),
            Self::Ningxia => ("NX", "宁夏"),
            Self::Xinjiang => ("XJ", "新疆"),
            Self::Shenzhen => ("SZX", "深圳"),
            Self::Dalian => ("DLC", "大连"),
            Self::Ningbo => ("NGB", "宁波"),
            Self::Xiamen => ("XMN", "厦门"),
            Self::Qingdao => ("TAO", "青岛"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{collections::BTreeSet, string::String};
    use proptest::prelude::*;

    #[test]
    fn hunan_should_be_listed() {
        assert_eq!((Region::Hunan.letters(), Region::Hunan.name(), Region::Hunan.chinese()), ("HN", "hunan", "湖南"));
        assert_eq!(Region::from_letters("hn"), Some(Region::Hunan));
        assert_eq!(Region::from_chain("HuNan"), Some(Region::Hunan));
        assert_eq!("hunan".parse(), Ok(Region::Hunan));
        assert_eq!(Region::Hunan.encode(), [18]);
    }

    #[test]
    fn names_should_be_unique_and_well_formed() {
        assert_eq!(Region::ALL.len(), 35);
        let unique = |text: fn(Region) -> &'static str| Region::ALL.iter().map(|region| text(*region)).collect();
        let sets: [BTreeSet<&str>; 3] = [unique(Region::letters), unique(Region::name), unique(Region::chinese)];
        assert!(sets.iter().all(|set| set.len() == Region::ALL.len()));
        for region in Region::ALL {
            assert!((2..=MAX_LETTERS).contains(&region.letters().len()), "{region}");
            assert!(region.letters().bytes().all(|byte| byte.is_ascii_uppercase()), "{region}");
            assert!(region.name().bytes().all(|byte| byte.is_ascii_lowercase()), "{region}");
            assert!(region.chinese().chars().all(|character| ('一'..='龥').contains(&character)), "{region}");
        }
    }

    #[test]
    fn codec_indices_should_be_the_numbers_of_the_standard() {
        for (region, number) in Region::ALL.iter().zip(1u8..) {
            assert_eq!(region.encode(), [number]);
            assert_eq!(Region::decode(&mut &[number][..]), Ok(*region));
        }
        assert!(Region::decode(&mut &[0][..]).is_err());
        assert!(Region::decode(&mut &[36][..]).is_err());
    }

    #[test]
    fn only_cities_should_have_three_letters() {
        let cities = [Region::Shenzhen, Region::Dalian, Region::Ningbo, Region::Xiamen, Region::Qingdao];
        for region in Region::ALL {
            assert_eq!(region.letters().len() == 3, cities.contains(region), "{region}");
        }
    }

    proptest! {
        #[test]
        fn a_text_should_be_found_only_when_it_is_the_name(text in any::<String>()) {
            if let Some(region) = Region::from_letters(&text) {
                prop_assert!(text.eq_ignore_ascii_case(region.letters()));
            }
            if let Some(region) = Region::from_chain(&text) {
                prop_assert!(text.eq_ignore_ascii_case(region.name()));
            }
        }

        #[test]
        fn every_region_should_be_found_by_its_own_names(region in proptest::sample::select(Region::ALL)) {
            prop_assert_eq!(Region::from_letters(region.letters()), Some(region));
            prop_assert_eq!(Region::from_letters(&region.letters().to_lowercase()), Some(region));
            prop_assert_eq!(Region::from_chain(&region.name().to_uppercase()), Some(region));
            prop_assert_eq!(region.name().parse(), Ok(region));
        }

        #[test]
        fn decoding_should_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..4)) {
            if let Ok(region) = Region::decode(&mut &bytes[..]) {
                prop_assert_eq!(region.encode(), &bytes[..1]);
            }
        }
    }
}
