//! What schema.org calls the elements of a story.

use explainer_story::{
    Article, Audio, Block, Element, Image, Index, MediaFile, MediaTime, Post, QAndA, Video,
};
use serde_json::{Map, Value, json};

use crate::plain::lines;
use crate::syndicate::lead;

/// The elements of a story that search engines know.
#[derive(Default)]
pub struct Elements<'a> {
    images: Vec<&'a Image>,
    videos: Vec<&'a Video>,
    audios: Vec<&'a Audio>,
    questions: Vec<&'a QAndA>,
}

impl<'a> Elements<'a> {
    /// Returns those of a whole story, in reading order.
    pub fn of(article: &'a Article) -> Self {
        let mut elements = Self::default();
        elements.images.extend(lead(article));
        elements.add(article.intro.as_deref().unwrap_or_default());
        for post in article.posts_in_order() {
            elements.add(&post.blocks);
        }
        for section in article.sections.iter() {
            elements.add(&section.blocks);
        }
        elements
    }

    fn add(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            let Block::Element(element) = block else {
                continue;
            };
            match element.get() {
                Element::Image(image) => self.images.push(image),
                Element::Gallery(gallery) => self.images.extend(gallery.images.iter()),
                Element::Video(video) => self.videos.push(video),
                Element::Audio(audio) => self.audios.push(audio),
                Element::Aside(aside) => self.add(&aside.blocks),
                Element::QAndA(qanda) => {
                    self.questions.push(qanda);
                    for question in qanda.questions.iter() {
                        self.add(&question.answer);
                    }
                }
                _ => {}
            }
        }
    }

    /// Returns the fields that they add to the story's data.
    pub fn fields(&self, index: &Index) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut set = |name: &str, values: Vec<Value>| {
            if !values.is_empty() {
                fields.insert(name.into(), values.into());
            }
        };
        // A decorative image says nothing of the story.
        let images = self
            .images
            .iter()
            .filter(|image| !image.alt.as_str().is_empty());
        set("image", images.map(|each| image(each)).collect());
        set(
            "video",
            self.videos.iter().map(|each| video(each, index)).collect(),
        );
        set(
            "audio",
            self.audios.iter().map(|each| audio(each, index)).collect(),
        );
        set(
            "hasPart",
            self.questions
                .iter()
                .map(|each| questions(each, index))
                .collect(),
        );
        fields
    }
}

/// Returns the reports of a story that goes on.
pub fn posts(posts: &[&Post], index: &Index, moment: impl Fn(&Post) -> Value) -> Vec<Value> {
    let update = |post: &&Post| {
        let mut data = json!({
            "@type": "BlogPosting",
            "identifier": post.id.as_str(),
            "datePublished": moment(post),
            "articleBody": words(&post.blocks, index),
        });
        if let (Some(title), Value::Object(fields)) = (&post.title, &mut data) {
            fields.insert("headline".into(), title.as_str().into());
        }
        data
    };
    posts.iter().map(update).collect()
}

fn image(image: &Image) -> Value {
    let mut data = json!({
        "@type": "ImageObject",
        "contentUrl": image.url.as_str(),
        "width": image.width.get(),
        "height": image.height.get(),
        "description": image.alt.as_str(),
    });
    if let (Some(credit), Value::Object(fields)) = (&image.credit, &mut data) {
        fields.insert("creditText".into(), credit.as_str().into());
    }
    data
}

fn video(video: &Video, index: &Index) -> Value {
    let transcript = video.transcript.blocks().map(|blocks| words(blocks, index));
    let mut data = recording(
        "VideoObject",
        video.title.as_str(),
        video.files.first(),
        transcript,
    );
    if let Some(poster) = &video.poster {
        data.insert("thumbnailUrl".into(), poster.as_str().into());
    }
    set_duration(&mut data, video.duration.as_ref());
    data.into()
}

fn audio(audio: &Audio, index: &Index) -> Value {
    let transcript = audio.transcript.blocks().map(|blocks| words(blocks, index));
    let mut data = recording(
        "AudioObject",
        audio.title.as_str(),
        audio.files.first(),
        transcript,
    );
    set_duration(&mut data, audio.duration.as_ref());
    data.into()
}

fn recording(
    kind: &str,
    title: &str,
    file: Option<&MediaFile>,
    transcript: Option<String>,
) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".into(), kind.into());
    data.insert("name".into(), title.into());
    if let Some(file) = file {
        data.insert("contentUrl".into(), file.url.as_str().into());
    }
    if let Some(transcript) = transcript {
        data.insert("transcript".into(), transcript.into());
    }
    data
}

/// Adds a duration as ISO 8601 writes it: `1:20` is `PT80S`.
fn set_duration(data: &mut Map<String, Value>, duration: Option<&MediaTime>) {
    if let Some(duration) = duration {
        let text = format!("PT{}S", duration.seconds());
        data.insert("duration".into(), text.into());
    }
}

fn questions(qanda: &QAndA, index: &Index) -> Value {
    let questions = qanda.questions.iter().map(|question| {
        json!({
            "@type": "Question",
            "name": question.question.as_str(),
            "acceptedAnswer": { "@type": "Answer", "text": words(&question.answer, index) },
        })
    });
    json!({ "@type": "FAQPage", "mainEntity": questions.collect::<Vec<_>>() })
}

fn words(blocks: &[Block], index: &Index) -> String {
    lines(blocks, index, &mut |_, words| words.into()).join("\n\n")
}
