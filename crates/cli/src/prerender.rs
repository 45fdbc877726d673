use explainer_i18n::ModelLocale;
use explainer_story::{Article, Problems};
use explainer_view::components::{Root, RootProps};
use explainer_view::{self as view, HeadingLevel, RenderOptions, StaticModels};
use yew::{Html, LocalServerRenderer};

use crate::assets::Assets;
use crate::failure::Failure;
use crate::json_ld::json_ld;
use crate::page::{EmbedOptions, page};

/// How much to write.
#[derive(Clone, Copy)]
pub enum Shape<'a> {
    /// The element with the story in it.
    Fragment,
    /// A page around it.
    Page(&'a Assets),
    /// A page for frames of other pages.
    Embed(&'a Assets, &'a EmbedOptions),
}

/// How the element with the story is written: as a headline of the first level, without a prefix and with data,
/// unless it says otherwise.
#[derive(Clone, Copy)]
pub struct FragmentOptions<'a> {
    /// Level of the headline, 1 to 5.
    pub level: u8,
    /// Begins every anchor, so that two stories on one page share none.
    pub prefix: &'a str,
    /// Whether the story's data for search engines are in it.
    pub has_json_ld: bool,
}

impl Default for FragmentOptions<'_> {
    fn default() -> Self {
        Self {
            level: 1,
            prefix: "",
            has_json_ld: true,
        }
    }
}

/// Returns what `--prefix` puts before every anchor: what was given, and a hyphen.
///
/// # Errors
/// What is wrong with it.
pub fn anchor_prefix(text: &str) -> Result<String, String> {
    let is_known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if text.is_empty() {
        return Ok(String::new());
    }
    if text.len() > MAX_PREFIX
        || !text.starts_with(|c: char| c.is_ascii_lowercase())
        || !text.chars().all(is_known)
    {
        return Err(format!(
            "write a letter first, then lowercase letters, digits and hyphens, {MAX_PREFIX} at most"
        ));
    }
    Ok(format!("{}-", text.trim_end_matches('-')))
}

/// Longest prefix, in characters.
const MAX_PREFIX: usize = 64;

/// Returns the story as HTML, always the same for the same story.
pub fn prerender(
    article: &Article,
    shape: Shape,
    options: FragmentOptions,
    locale: &ModelLocale,
) -> String {
    // Whoever read the story has its problems.
    let models = StaticModels::read(article, locale.clone(), &mut Problems::default());
    let has_models = models.can_be_played();
    let fragment = fragment(article, options, locale, models);
    match shape {
        Shape::Fragment => format!("{fragment}\n"),
        Shape::Page(assets) => page(article, &fragment, assets, has_models, None),
        Shape::Embed(assets, embed) => page(article, &fragment, assets, has_models, Some(embed)),
    }
}

/// Returns one of the story's mini-models as HTML that needs no article.
///
/// # Errors
/// Where the story has none of that id.
pub fn prerender_model(
    article: &Article,
    id: &str,
    locale: &ModelLocale,
) -> Result<String, Failure> {
    let models = article.models.iter();
    let model = models.clone().find(|model| model.id.as_str() == id);
    let Some(model) = model else {
        return Err(Failure::NoModel {
            id: id.into(),
            known: models.map(|model| model.id.to_string()).collect(),
        });
    };
    let drawn = view::standalone_model(model, &article.lang, article.direction(), locale);
    let html = in_one_line(&render(drawn));
    // As in a story: Markdown wants the opening tag alone on its line.
    let (tag, inside) = html.split_once('>').unwrap_or((&html, ""));
    let inside = inside.trim_end_matches(MODEL_END);
    Ok(format!("{tag}>\n{inside}\n{MODEL_END}\n"))
}

const MODEL_END: &str = "</explainer-model>";

/// Markdown takes it for HTML up to a blank line: the opening tag stands alone on its line, and there is no
/// blank line inside.
fn fragment(
    article: &Article,
    options: FragmentOptions,
    locale: &ModelLocale,
    models: StaticModels,
) -> String {
    let render_options = RenderOptions {
        // Clap lets no other level in.
        level: HeadingLevel::try_from(f64::from(options.level)).unwrap_or_default(),
        prefix: options.prefix.to_owned().into(),
        models: Some(models),
        ..RenderOptions::default()
    };
    let story = render(view::article(article, &locale.text, render_options));
    let data = options.has_json_ld.then(|| data_script(article));
    format!(
        "<explainer-article>\n{}\n{}</explainer-article>",
        in_one_line(&story),
        data.unwrap_or_default()
    )
}

fn data_script(article: &Article) -> String {
    // No story text can end the script element, nor begin a comment in it.
    let data = json_ld(article).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>\n")
}

/// Returns the same HTML without line breaks: those of the story's text and of attributes are written as
/// references.
fn in_one_line(html: &str) -> String {
    html.replace('\r', "&#13;").replace('\n', "&#10;")
}

/// Returns markup that no script will take up.
pub fn render(content: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(RootProps::new(content));
    futures::executor::block_on(renderer.hydratable(false).render())
}
