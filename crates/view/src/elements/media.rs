use explainer_story::{
    Audio, Gallery, Image, ImageRole, ImageSource, Inlines, MediaFile, RecordingPart, Text,
    Transcript, Video,
};
use yew::prelude::*;

use super::super::block::blocks;
use super::super::context::{RenderContext, TextContext};
use super::super::disclosure::disclosure;
use super::super::inline::inlines;

/// When an image is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Priority {
    /// At once, before others.
    First,
    /// When the reader comes near.
    WhenNear,
}

/// Renders an image with its caption.
pub(super) fn image(
    image: &Image,
    priority: Priority,
    text_ctx: &TextContext,
    ctx: &RenderContext,
) -> Html {
    let role = match image.role {
        None | Some(ImageRole::Column) => "explainer-image",
        Some(ImageRole::Wide) => "explainer-image explainer-image-wide",
        Some(ImageRole::Half) => "explainer-image explainer-image-half",
        Some(ImageRole::Portrait) => "explainer-image explainer-image-portrait",
    };
    html! {
        <figure class={role}>
            { pressable(image, priority, ctx) }
            { caption(None, image.caption.as_ref(), image.credit.as_ref(), text_ctx, ctx) }
        </figure>
    }
}

/// Renders several images side by side.
pub(super) fn gallery(gallery: &Gallery, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let images = gallery.images.iter();
    let images = images.map(|each| image(each, Priority::WhenNear, text_ctx, ctx));
    html! {
        <figure class="explainer-gallery">
            <div class="explainer-gallery-images">{ for images }</div>
            { caption(None, gallery.caption.as_ref(), None, text_ctx, ctx) }
        </figure>
    }
}

/// Renders a film with its captions and its words.
pub(super) fn video(video: &Video, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let tracks = video.captions.iter().map(|captions| {
        html! {
            <track kind="captions" src={captions.url.shared()} srclang={captions.lang.shared()}
                label={captions.label.shared()}/>
        }
    });
    let name = ctx.element_labels().video(video.title.as_str());
    let title = title(&name, video.duration.as_ref().map(|it| it.as_str()));
    html! {
        <div class="explainer-recording">
            <figure class="explainer-video">
                <video controls={true} preload="none" playsinline={true} aria-label={name}
                    data-explainer-parts={parts(&video.parts, ctx)}
                    width={video.width.get().to_string()} height={video.height.get().to_string()}
                    poster={video.poster.as_ref().map(|poster| poster.shared())}>
                    { for video.files.iter().map(file) }
                    { for tracks }
                    { for video.files.first().map(|file| link(file, &video.title)) }
                </video>
                { caption(Some(title), video.caption.as_ref(), video.credit.as_ref(), text_ctx, ctx) }
            </figure>
            { transcript(&video.transcript, text_ctx, ctx) }
        </div>
    }
}

/// Renders a recording with its words.
pub(super) fn audio(audio: &Audio, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let name = ctx.element_labels().audio(audio.title.as_str());
    let title = title(&name, audio.duration.as_ref().map(|it| it.as_str()));
    html! {
        <div class="explainer-recording">
            <figure class="explainer-audio">
                <audio controls={true} preload="none" aria-label={name}
                    data-explainer-parts={parts(&audio.parts, ctx)}>
                    { for audio.files.iter().map(file) }
                    { for audio.files.first().map(|file| link(file, &audio.title)) }
                </audio>
                { caption(Some(title), audio.caption.as_ref(), audio.credit.as_ref(), text_ctx, ctx) }
            </figure>
            { transcript(&audio.transcript, text_ctx, ctx) }
        </div>
    }
}

/// Renders an image that leads where the story says, or else to its own file, which the tools show large.
fn pressable(image: &Image, priority: Priority, ctx: &RenderContext) -> Html {
    let picture = picture(image, priority);
    if let Some(url) = &image.link {
        return html! { <a class="explainer-image-link" href={ctx.address(url)}>{ picture }</a> };
    }
    if image.alt.as_str().is_empty() {
        return picture;
    }
    let name = ctx.element_labels().enlarge(image.alt.as_str());
    html! {
        <a class="explainer-enlarge" href={largest(image)} aria-label={name}
            data-explainer-close={ctx.labels.close()}>
            { picture }
        </a>
    }
}

/// Renders an image in the types and widths that there are.
pub(super) fn picture(image: &Image, priority: Priority) -> Html {
    let sizes = match image.role {
        None | Some(ImageRole::Column) => "(min-width: 46em) 42em, 100vw",
        Some(ImageRole::Wide) => "(min-width: 64em) 60em, 100vw",
        Some(ImageRole::Half) => "(min-width: 46em) 21em, 100vw",
        Some(ImageRole::Portrait) => "9em",
    };
    let mut types: Vec<&Text> = Vec::new();
    for source in &image.sources {
        types.extend(source.media_type.as_ref().filter(|it| !types.contains(it)));
    }
    let typed = types.iter().map(|media_type| {
        let files = image.sources.iter();
        let files = files.filter(|file| file.media_type.as_ref() == Some(*media_type));
        let files: Vec<&ImageSource> = files.collect();
        html! { <source type={media_type.shared()} srcset={srcset(&files)} {sizes}/> }
    });
    let widths: Vec<&ImageSource> = image
        .sources
        .iter()
        .filter(|file| file.media_type.is_none())
        .collect();
    let widths = (!widths.is_empty()).then(|| {
        let own = [image.url.as_str(), " ", &image.width.get().to_string(), "w"].concat();
        [own, srcset(&widths)].join(", ")
    });
    let sizes = widths.is_some().then_some(sizes);
    let (loading, fetchpriority) = match priority {
        Priority::First => ("eager", Some("high")),
        Priority::WhenNear => ("lazy", None),
    };
    html! {
        <picture>
            { for typed }
            <img src={image.url.shared()} srcset={widths} {sizes}
                width={image.width.get().to_string()} height={image.height.get().to_string()}
                alt={image.alt.as_str().to_owned()} {loading} {fetchpriority} decoding="async"/>
        </picture>
    }
}

/// Returns files with their widths, as `srcset` takes them.
fn srcset(files: &[&ImageSource]) -> String {
    let files = files.iter();
    let files =
        files.map(|file| [file.url.as_str(), " ", &file.width.get().to_string(), "w"].concat());
    files.collect::<Vec<_>>().join(", ")
}

/// Returns the address of the widest file that every browser can show.
fn largest(image: &Image) -> AttrValue {
    let mut widest = (image.width.get(), image.url.shared());
    for file in &image.sources {
        if file.media_type.is_none() && file.width.get() > widest.0 {
            widest = (file.width.get(), file.url.shared());
        }
    }
    widest.1.into()
}

fn title(name: &str, duration: Option<&str>) -> Html {
    let duration = duration.map(|duration| [" (", duration, ")"].concat());
    html! { <strong class="explainer-recording-title">{ name.to_owned() }{ duration }</strong> }
}

/// Renders what is said below an image or a recording, and who made it.
fn caption(
    title: Option<Html>,
    words: Option<&Inlines>,
    credit: Option<&Text>,
    text_ctx: &TextContext,
    ctx: &RenderContext,
) -> Option<Html> {
    if title.is_none() && words.is_none() && credit.is_none() {
        return None;
    }
    let words = words.map(|words| html! { <>{ " " }{ inlines(words, text_ctx, ctx) }</> });
    let credit = credit.map(|credit| {
        html! { <>{ " " }<small class="explainer-credit">{ credit.shared() }</small></> }
    });
    Some(html! {
        <figcaption class="explainer-caption">{ title }{ words }{ credit }</figcaption>
    })
}

/// Returns from which second a recording speaks of which section: `80 explainer-heading-lead`, a comma between two.
fn parts(parts: &[RecordingPart], ctx: &RenderContext) -> Option<String> {
    let of_story = parts.iter().filter_map(|part| {
        let section = ctx.section(&part.section)?;
        let heading = ctx.heading_anchor(&section.id);
        Some([&part.start.seconds().to_string(), " ", heading.as_str()].concat())
    });
    let written = of_story.collect::<Vec<_>>().join(",");
    (!written.is_empty()).then_some(written)
}

fn file(file: &MediaFile) -> Html {
    let media_type = file.media_type.as_ref().map(|it| it.shared());
    html! { <source src={file.url.shared()} type={media_type}/> }
}

/// Renders what stands where the browser cannot play a recording.
fn link(file: &MediaFile, title: &Text) -> Html {
    html! { <a href={file.url.shared()}>{ title.shared() }</a> }
}

fn transcript(
    transcript: &Transcript,
    text_ctx: &TextContext,
    ctx: &RenderContext,
) -> Option<Html> {
    let words = transcript.blocks()?;
    let heading = ctx.numbered_anchor("transcript");
    let row = html! {
        <span class="explainer-transcript-heading" id={heading.clone()}>{ ctx.element_labels().transcript() }</span>
    };
    let text = html! { <div class="explainer-transcript">{ blocks(words, text_ctx, ctx) }</div> };
    Some(html! {
        <div class="explainer-disclosure">{ disclosure(row, heading, false, text) }</div>
    })
}
