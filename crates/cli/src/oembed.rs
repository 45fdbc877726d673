//! oEmbed: what a site that embeds a page by its address asks for (<https://oembed.com>).

use explainer_story::Article;
use serde_json::json;
use yew::html;

use crate::prerender::render;

/// Size of the frame until the story has told its height, in pixels.
const SIZE: (u16, u16) = (600, 600);

/// Returns the oEmbed data of a story's page for frames, which is at `url`.
pub fn oembed(article: &Article, url: &str) -> String {
    let (width, height) = SIZE;
    let title = article.headline.as_str();
    let frame = html! {
        <iframe src={url.to_owned()} title={title.to_owned()} width={width.to_string()} height={height.to_string()}
            frameborder="0"></iframe>
    };
    let mut data = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "width": width,
        "height": height,
        "html": render(frame),
    });
    if let (Some(byline), Some(fields)) = (&article.byline, data.as_object_mut()) {
        fields.insert("author_name".into(), byline.as_str().into());
    }
    format!("{data:#}\n")
}

/// Returns the address of a file in a folder of a site: `name` with everything but letters, digits, `-`, `_`, `.` and
/// `~` as `%XX`.
pub fn address(base: &str, name: &str) -> String {
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("{}/{encoded}", base.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_has_no_sign_of_its_own_syntax() {
        assert_eq!(
            address("https://news.example/embed/", "a b?ü.html"),
            "https://news.example/embed/a%20b%3F%C3%BC.html"
        );
    }
}
