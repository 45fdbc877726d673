use explainer_cli::Format;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The options of `check`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CheckOptions {
    pub glossary: Option<Value>,
}

/// The options of `prerender`; each is that of the command line.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PrerenderOptions {
    pub glossary: Option<Value>,
    pub page: bool,
    pub embed: bool,
    pub canonical: Option<String>,
    pub model: Option<String>,
    /// 1 to 5.
    pub heading_level: Option<u8>,
    pub prefix: Option<String>,
    pub json_ld: Option<bool>,
    pub assets: Option<String>,
    pub manifest: Option<Value>,
}

/// The options of `syndicate`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SyndicateOptions {
    pub glossary: Option<Value>,
    format: Option<String>,
}

impl CheckOptions {
    /// # Errors
    /// Where there is no such option, or not with that value.
    pub fn from_json(text: &str) -> Result<Self, String> {
        read(text)
    }
}

impl PrerenderOptions {
    /// # Errors
    /// Where there is no such option, not with that value, or not with another.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let options: Self = read(text)?;
        let level = options.heading_level.unwrap_or(1);
        if !(1..=5).contains(&level) {
            return Err(format!("headingLevel: {level} is not 1, 2, 3, 4 or 5"));
        }
        if options.model.is_some() {
            let others = [
                (options.page, "page"),
                (options.embed, "embed"),
                (options.heading_level.is_some(), "headingLevel"),
                (options.prefix.is_some(), "prefix"),
                (options.json_ld.is_some(), "jsonLd"),
            ];
            if let Some((_, other)) = others.iter().find(|(is_given, _)| *is_given) {
                return Err(format!(
                    "model: leave out {other}, which a mini-model alone does not have"
                ));
            }
        }
        if options.page && options.embed {
            return Err("embed: leave out page, since it is a page of its own".into());
        }
        if options.manifest.is_some() && !options.page && !options.embed {
            return Err("manifest: add page or embed, since only a page names files".into());
        }
        if options.canonical.is_some() && !options.embed {
            return Err("canonical: add embed, since only that page is not the story's own".into());
        }
        Ok(options)
    }
}

impl SyndicateOptions {
    /// # Errors
    /// Where there is no such option, or not with that value.
    pub fn from_json(text: &str) -> Result<Self, String> {
        read(text)
    }

    /// # Errors
    /// Where there is no such format.
    pub fn format(&self) -> Result<Format, String> {
        match self.format.as_deref() {
            None | Some("text") => Ok(Format::Text),
            Some("html") => Ok(Format::Html),
            Some("json-ld") => Ok(Format::JsonLd),
            Some(other) => Err(format!(
                "format: \"{other}\" is not \"text\", \"html\" or \"json-ld\""
            )),
        }
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        // The place in JSON that the caller never saw.
        let end = said.rfind(" at line ").unwrap_or(said.len());
        format!("options: {}", said.get(..end).unwrap_or(&said))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[track_caller]
    fn check(options: &str, says: &str) {
        let said = PrerenderOptions::from_json(options).err().unwrap();
        assert!(said.contains(says), "{said}");
    }

    #[test]
    fn a_wrong_option_is_named() {
        check(
            r#"{ "headinglevel": 2 }"#,
            "options: unknown field `headinglevel`",
        );
        check(r#"{ "headingLevel": 6 }"#, "headingLevel: 6 is not");
        check(r#"{ "headingLevel": "2" }"#, "invalid type");
        check(r#"{ "page": 1 }"#, "invalid type");
        check(r#"{ "model": "a", "page": true }"#, "leave out page");
        check(r#"{ "model": "a", "prefix": "b" }"#, "leave out prefix");
        check(r#"{ "manifest": {} }"#, "add page");
        check(r#"{ "canonical": "https://news.example/" }"#, "add embed");
        check(r#"{ "page": true, "embed": true }"#, "leave out page");
        assert!(PrerenderOptions::from_json("{}").is_ok());
    }

    #[test]
    fn a_format_is_one_of_three() {
        let format = |options| SyndicateOptions::from_json(options).unwrap().format();
        assert!(matches!(format("{}"), Ok(Format::Text)));
        assert!(matches!(
            format(r#"{ "format": "json-ld" }"#),
            Ok(Format::JsonLd)
        ));
        assert!(format(r#"{ "format": "rss" }"#).is_err());
    }
}
