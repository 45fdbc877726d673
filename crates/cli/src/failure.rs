use std::path::PathBuf;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Stories with problems; a line each.
    #[error("{}", .0.join("\n"))]
    BadStories(Vec<String>),
    /// A file that cannot be read.
    #[error("{}: cannot be read: {cause}", .file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file that cannot be written.
    #[error("{}: cannot be written: {cause}", .file.display())]
    Unwritable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A story that is no UTF-8.
    #[error("{}: the text is {encoding}; save it as UTF-8", .file.display())]
    Encoding {
        /// The file.
        file: PathBuf,
        /// What it is.
        encoding: &'static str,
    },
    /// A glossary that is none.
    #[error("{}: no list \"terms\"; write an object such as {{ \"terms\": [ ... ] }}", .0.display())]
    NoGlossary(PathBuf),
    /// A story whose glossary is no file beside it.
    #[error("{}: its glossary is at {address}, which is not a path from the story's folder; save that file and add --glossary FILE", .story.display())]
    FarGlossary {
        /// The story.
        story: PathBuf,
        /// Where it says that its glossary is.
        address: String,
    },
    /// A manifest that does not list a file.
    #[error("{}: lists no {role}; take the manifest.json that `cargo xtask dist` wrote", .file.display())]
    NoManifest {
        /// The manifest.
        file: PathBuf,
        /// The file's role.
        role: String,
    },
    /// A mini-model that the story does not have.
    #[error("no mini-model \"{id}\"; the story has {}", listed(.known))]
    NoModel {
        /// What was asked for.
        id: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// No language can be written.
    #[error(transparent)]
    NoLocaleData(#[from] explainer_i18n::NoLocaleData),
    /// Several stories and no folder for them.
    #[error("several stories need a folder to go to: --out-dir")]
    ManyNeedFolder,
    /// oEmbed data and no file that they belong to.
    #[error("the oEmbed data stand beside a file: --out-dir or --output")]
    OembedNeedsFile,
}

impl Failure {
    /// Returns the exit code: 2 for what the caller must correct, 1 for what the system refused.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::BadStories(_)
            | Self::Encoding { .. }
            | Self::NoGlossary(_)
            | Self::FarGlossary { .. }
            | Self::NoManifest { .. }
            | Self::NoModel { .. }
            | Self::ManyNeedFolder
            | Self::OembedNeedsFile => 2,
            Self::Unreadable { .. } | Self::Unwritable { .. } | Self::NoLocaleData(_) => 1,
        }
    }
}

fn listed(ids: &[String]) -> String {
    if ids.is_empty() {
        return "none".into();
    }
    ids.join(", ")
}
