use crate::json::FromObject;
use crate::{Image, Pixels, Text, Url};

/// Something that stands on another site: a post, a film, a chart. It is loaded from there only when the reader
/// asks for it.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an embed")]
pub struct Embed {
    /// Its page; where it is known how the site shows it in a frame, the frame's address is made of this one.
    pub url: Url,
    /// What it is, in a line; also the words of the link.
    pub title: Text,
    /// What it says, for those who do not load it.
    pub fallback: Text,
    /// The frame's width; with the height it is the frame's shape. Left out, 16.
    pub width: Option<Pixels>,
    /// The frame's height. Left out, 9.
    pub height: Option<Pixels>,
    /// An image that stands for it until it is loaded; from the story's own site.
    pub poster: Option<Image>,
}

/// How another site shows something in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What the site is called.
    pub provider: &'static str,
    /// The frame's address.
    pub url: String,
}

impl Embed {
    /// Returns the frame of a site that is known. The forms of the addresses are those that each site documents.
    pub fn frame(&self) -> Option<Frame> {
        let address = self.url.as_str().strip_prefix("https://")?;
        let (host, path) = address.split_once('/')?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let path = path.split('#').next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let (provider, url) = match (host, parts.as_slice()) {
            ("youtube.com" | "m.youtube.com", ["watch"]) => {
                ("YouTube", youtube(value_of(query, "v")?)?)
            }
            ("youtube.com" | "m.youtube.com", ["shorts" | "embed" | "live", id])
            | ("youtu.be", [id]) => ("YouTube", youtube(id)?),
            ("vimeo.com", [id]) => (
                "Vimeo",
                ["https://player.vimeo.com/video/", digits(id)?, "?dnt=1"].concat(),
            ),
            ("datawrapper.dwcdn.net", [id, ..]) => (
                "Datawrapper",
                ["https://datawrapper.dwcdn.net/", word(id)?, "/"].concat(),
            ),
            ("public.flourish.studio", [kind @ ("visualisation" | "story"), id, ..]) => (
                "Flourish",
                ["https://flo.uri.sh/", kind, "/", digits(id)?, "/embed"].concat(),
            ),
            ("x.com" | "twitter.com", [_, "status", id, ..]) => (
                "X",
                [
                    "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=",
                    digits(id)?,
                ]
                .concat(),
            ),
            ("instagram.com", ["p" | "reel", id, ..]) => (
                "Instagram",
                ["https://www.instagram.com/p/", word(id)?, "/embed/"].concat(),
            ),
            ("tiktok.com", [_, "video", id, ..]) => (
                "TikTok",
                ["https://www.tiktok.com/embed/v2/", digits(id)?].concat(),
            ),
            (
                "open.spotify.com",
                [
                    kind @ ("track" | "album" | "episode" | "show" | "playlist"),
                    id,
                    ..,
                ],
            ) => (
                "Spotify",
                ["https://open.spotify.com/embed/", kind, "/", word(id)?].concat(),
            ),
            ("soundcloud.com", [user, track]) => (
                "SoundCloud",
                [
                    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2F",
                    word(user)?,
                    "%2F",
                    word(track)?,
                ]
                .concat(),
            ),
            // A handle can change hands: the frame is known by the account's identifier alone.
            ("bsky.app", ["profile", did, "post", key]) if is_account(did) => (
                "Bluesky",
                [
                    "https://embed.bsky.app/embed/",
                    did,
                    "/app.bsky.feed.post/",
                    word(key)?,
                ]
                .concat(),
            ),
            // Every server of Mastodon shows its own posts.
            (_, [user, id]) if is_handle(user) => (
                "Mastodon",
                ["https://", host, "/", user, "/", digits(id)?, "/embed"].concat(),
            ),
            _ => return None,
        };
        Some(Frame { provider, url })
    }
}

/// Returns whether this is the identifier of an account of Bluesky.
fn is_account(did: &str) -> bool {
    did.strip_prefix("did:plc:").and_then(word).is_some()
}

/// Returns whether this is the handle of an account of Mastodon, perhaps with its server: `@a`, `@a@example.org`.
fn is_handle(user: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'@');
    user.len() > 1 && user.starts_with('@') && user.bytes().all(is_letter)
}

fn youtube(id: &str) -> Option<String> {
    Some(["https://www.youtube-nocookie.com/embed/", word(id)?].concat())
}

/// Returns the value of a field of a query.
fn value_of<'a>(query: &'a str, field: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == field)
        .map(|(_, value)| value)
}

/// Returns an id of digits.
fn digits(id: &str) -> Option<&str> {
    let is_number = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some(id)
}

/// Returns an id of letters, digits, hyphens and underscores.
fn word(id: &str) -> Option<&str> {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    (!id.is_empty() && id.bytes().all(is_letter)).then_some(id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use crate::{Block, Element, parse_json};

    /// Returns the provider and the frame's address of what stands at `url`.
    fn frame(url: &str) -> Option<(&'static str, String)> {
        let story = format!(
            r#"{{"schemaVersion": 1, "id": "a", "lang": "en", "headline": "A", "sections": [{{"id": "a", "heading": "A",
                "blocks": [{{"kind": "embed", "url": "{url}", "title": "T", "fallback": "F"}}]}}]}}"#
        );
        let article = parse_json(&story).article.unwrap();
        let Some(Block::Element(element)) = article.sections.first().unwrap().blocks.first() else {
            panic!("{url} is no embed");
        };
        let Element::Embed(embed) = element.get() else {
            panic!("{url} is no embed");
        };
        embed.frame().map(|frame| (frame.provider, frame.url))
    }

    #[test]
    fn the_sites_that_are_known_have_frames() {
        for (url, provider, address) in [
            (
                "https://www.youtube.com/watch?t=3&v=abc-_123",
                "YouTube",
                "https://www.youtube-nocookie.com/embed/abc-_123",
            ),
            (
                "https://youtu.be/abc",
                "YouTube",
                "https://www.youtube-nocookie.com/embed/abc",
            ),
            (
                "https://www.youtube.com/shorts/abc",
                "YouTube",
                "https://www.youtube-nocookie.com/embed/abc",
            ),
            (
                "https://vimeo.com/123",
                "Vimeo",
                "https://player.vimeo.com/video/123?dnt=1",
            ),
            (
                "https://datawrapper.dwcdn.net/AbCdE/3/",
                "Datawrapper",
                "https://datawrapper.dwcdn.net/AbCdE/",
            ),
            (
                "https://public.flourish.studio/visualisation/12/",
                "Flourish",
                "https://flo.uri.sh/visualisation/12/embed",
            ),
            (
                "https://x.com/somebody/status/99?s=20",
                "X",
                "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=99",
            ),
            (
                "https://www.instagram.com/p/Ab_1/",
                "Instagram",
                "https://www.instagram.com/p/Ab_1/embed/",
            ),
            (
                "https://www.tiktok.com/@a/video/7",
                "TikTok",
                "https://www.tiktok.com/embed/v2/7",
            ),
            (
                "https://open.spotify.com/episode/4a?si=x",
                "Spotify",
                "https://open.spotify.com/embed/episode/4a",
            ),
            (
                "https://soundcloud.com/someone/a-track",
                "SoundCloud",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fsomeone%2Fa-track",
            ),
            (
                "https://bsky.app/profile/did:plc:abc/post/3k",
                "Bluesky",
                "https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3k",
            ),
            (
                "https://mastodon.social/@someone/112",
                "Mastodon",
                "https://mastodon.social/@someone/112/embed",
            ),
        ] {
            assert_eq!(frame(url), Some((provider, address.into())), "{url}");
        }
    }

    #[test]
    fn others_have_none() {
        for url in [
            "https://example.org/watch?v=abc",
            "http://www.youtube.com/watch?v=abc",
            "https://www.youtube.com/watch?v=",
            "https://www.youtube.com/watch?v=a%22b",
            "https://youtube.com.example.org/watch?v=abc",
            "https://vimeo.com/about",
            "https://bsky.app/profile/somebody.example/post/3k",
            "https://x.com/somebody",
            "/a/path",
        ] {
            assert_eq!(frame(url), None, "{url}");
        }
    }
}
