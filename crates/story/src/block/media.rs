use crate::json::{FromField, FromJson, FromObject, NonEmpty, Reader};
use crate::{
    Blocks, FileUrl, Inlines, JsonObject, JsonValue, Lang, MediaTime, Pixels, ProblemKind,
    SectionId, Text, Url,
};

/// A picture. Its size is known before it comes, so that nothing moves when it does.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(deny_unknown_fields, rename_all = "camelCase")
)]
#[cfg_attr(feature = "schema", schemars(extend(
        "if" = { "not": { "required": ["decorative"], "properties": { "decorative": { "const": true } } } },
        "then" = { "required": ["alt"] },
    ))
)]
#[json(expected = "an image")]
pub struct Image {
    /// The file that every browser can show.
    pub url: FileUrl,
    /// The file's width.
    pub width: Pixels,
    /// The file's height.
    pub height: Pixels,
    /// What the image shows, for those who do not see it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Text>"))]
    pub alt: Alt,
    /// Whether the image says nothing that the text does not say.
    pub decorative: Option<bool>,
    /// What is said below the image.
    pub caption: Option<Inlines>,
    /// Who made it.
    pub credit: Option<Text>,
    /// The same image in other widths or types; the browser takes the first type that it knows.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<ImageSource>,
    /// Where a press on the image leads. Left out, the image is shown large.
    pub link: Option<Url>,
    /// How much room the image takes beside the text.
    pub role: Option<ImageRole>,
}

/// An image in another width or of another type.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(deny_unknown_fields, rename_all = "camelCase")
)]
#[json(expected = "a file of the image")]
pub struct ImageSource {
    /// The file.
    pub url: FileUrl,
    /// Its width.
    pub width: Pixels,
    /// Its media type, such as `image/avif`. Left out, that of the image.
    pub media_type: Option<Text>,
}

/// How much room an image takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum ImageRole {
    /// As wide as the text.
    Column,
    /// Wider than the text, where the page has room.
    Wide,
    /// Half as wide as the text, which runs beside it where there is room.
    Half,
    /// A face: small, the text beside it.
    Portrait,
}

impl FromJson for ImageRole {
    const EXPECTED: &'static str = "column, wide, half or portrait";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = ["column", "wide", "half", "portrait"];
        Some(match reader.word(value, Self::EXPECTED, &words)? {
            0 => Self::Column,
            1 => Self::Wide,
            2 => Self::Half,
            _ => Self::Portrait,
        })
    }
}

/// Several images, side by side where there is room.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a gallery")]
pub struct Gallery {
    /// The images, in reading order.
    pub images: NonEmpty<Image>,
    /// What is said of all of them.
    pub caption: Option<Inlines>,
}

/// A film. It never begins by itself.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend(
        "if" = { "not": { "required": ["captions"], "properties": { "captions": { "minItems": 1 } } } },
        "then" = { "required": ["transcript"] },
    ))
)]
#[json(expected = "a video")]
pub struct Video {
    /// What it shows, in a line.
    pub title: Text,
    /// The same film in one or more types.
    pub files: NonEmpty<MediaFile>,
    /// Its width.
    pub width: Pixels,
    /// Its height.
    pub height: Pixels,
    /// The picture shown before it begins.
    pub poster: Option<FileUrl>,
    /// How long it is, as `m:ss` or `h:mm:ss`.
    pub duration: Option<MediaTime>,
    /// What is said, as text over the picture.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub captions: Vec<Captions>,
    /// What is said and shown, in words.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Blocks>"))]
    pub transcript: Transcript,
    /// Where it speaks of which section; that section is marked meanwhile.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parts: Vec<RecordingPart>,
    /// What is said below it.
    pub caption: Option<Inlines>,
    /// Who made it.
    pub credit: Option<Text>,
}

/// A recording to listen to. It never begins by itself.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["title", "files", "transcript"])))]
#[json(expected = "an audio")]
pub struct Audio {
    /// What it is, in a line.
    pub title: Text,
    /// The same recording in one or more types.
    pub files: NonEmpty<MediaFile>,
    /// How long it is, as `m:ss` or `h:mm:ss`.
    pub duration: Option<MediaTime>,
    /// What is said, in words.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Blocks>"))]
    pub transcript: Transcript,
    /// Where it speaks of which section; that section is marked meanwhile.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parts: Vec<RecordingPart>,
    /// What is said below it.
    pub caption: Option<Inlines>,
    /// Who made it.
    pub credit: Option<Text>,
}

/// From when a recording speaks of a section.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a part of the recording")]
pub struct RecordingPart {
    /// When it begins.
    pub start: MediaTime,
    /// The section that it speaks of.
    pub section: SectionId,
}

/// A file of a recording.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(deny_unknown_fields, rename_all = "camelCase")
)]
#[json(expected = "a file of the recording")]
pub struct MediaFile {
    /// The file.
    pub url: FileUrl,
    /// Its media type, such as `video/mp4`.
    pub media_type: Option<Text>,
}

/// What is said in a film, as a WebVTT file.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "captions")]
pub struct Captions {
    /// The file.
    pub url: FileUrl,
    /// Their language.
    pub lang: Lang,
    /// What the player calls them.
    pub label: Text,
}

/// Words for those who do not see an image.
#[derive(Clone, Debug, PartialEq)]
pub struct Alt(Option<Text>);

impl Alt {
    /// Returns the words; empty where the image says nothing.
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map(Text::as_str).unwrap_or_default()
    }
}

impl FromField for Alt {
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let is_decorative = matches!(object.get("decorative"), Some(JsonValue::Bool(true)));
        if object.get(name).is_none() && !is_decorative {
            reader.report(ProblemKind::MissingAlt);
        }
        Option::from_field(object, name, reader).map(Self)
    }
}

/// What is said in a recording, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript(Option<Blocks>);

impl Transcript {
    /// Returns the words; none where captions have them.
    pub fn blocks(&self) -> Option<&Blocks> {
        self.0.as_ref()
    }

    pub(crate) fn blocks_mut(&mut self) -> Option<&mut Blocks> {
        self.0.as_mut()
    }
}

impl FromField for Transcript {
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let captions = object.get("captions");
        let has_captions =
            matches!(captions, Some(JsonValue::Array(captions)) if !captions.is_empty());
        if object.get(name).is_none() && !has_captions {
            reader.report(ProblemKind::MissingTranscript);
        }
        Option::from_field(object, name, reader).map(Self)
    }
}
