use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;

/// Where a page finds the widget's files.
pub struct Assets {
    /// The style sheet.
    pub style: Asset,
    /// The script that defines the element.
    pub script: Asset,
    /// What pages for frames have besides.
    pub frame: Frame,
    /// What the script will ask for, where that is known: a page that names it gets it sooner.
    pub hints: Option<Hints>,
    /// What a story with mini-models needs.
    pub models: Models,
}

/// What pages for frames have. They come under these names alone: they speak to pages, not to the widget.
pub struct Frame {
    /// The script that tells the page around the frame how high the story is.
    pub script: Asset,
    /// The style sheet after the story's own.
    pub style: Asset,
}

/// What a story with mini-models needs.
pub struct Models {
    /// The style sheet of their fallbacks, beside the other.
    pub style: Asset,
    /// The module that the script brings, where its name is known.
    pub shim: Option<Asset>,
}

/// The glue and the wasm.
pub struct Hints {
    /// The module that the script imports.
    pub glue: Asset,
    /// The wasm's main part, all that a prerendered story needs; it is checked by the script.
    pub wasm: Asset,
}

/// A file and what its bytes must be.
pub struct Asset {
    /// Its address.
    pub url: String,
    /// The value of `integrity`, where it is known.
    pub integrity: Option<String>,
}

impl Assets {
    /// Returns the files under the names that stay from version to version.
    pub fn stable(base: &str) -> Self {
        let asset = |name: &str| stable(base, name);
        Self {
            frame: Frame::stable(base),
            style: asset("explainer.css"),
            script: asset("explainer-article.js"),
            hints: None,
            models: Models {
                style: asset("explainer-models.css"),
                shim: None,
            },
        }
    }

    /// Returns the files of one version, as the text of a manifest that `cargo xtask dist` wrote lists them. `name`
    /// is what an error calls it.
    ///
    /// # Errors
    /// Where the manifest does not list them.
    pub fn pinned(base: &str, manifest: &str, name: &Path) -> Result<Self, Failure> {
        let listed: Value = serde_json::from_str(manifest).unwrap_or_default();
        let asset = |role: &str| {
            find(&listed, base, role).ok_or_else(|| Failure::NoManifest {
                file: name.into(),
                role: role.into(),
            })
        };
        Ok(Self {
            style: asset("style")?,
            script: asset("shim")?,
            frame: Frame::stable(base),
            hints: Some(Hints {
                glue: asset("glue")?,
                wasm: asset("wasm")?,
            }),
            models: Models {
                style: asset("models-style")?,
                shim: Some(asset("models-shim")?),
            },
        })
    }
}

impl Frame {
    fn stable(base: &str) -> Self {
        Self {
            script: stable(base, "explainer-frame.js"),
            style: stable(base, "explainer-frame.css"),
        }
    }
}

fn stable(base: &str, name: &str) -> Asset {
    Asset {
        url: join(base, name),
        integrity: None,
    }
}

/// Returns the file of that role whose name has its hash.
fn find(manifest: &Value, base: &str, role: &str) -> Option<Asset> {
    let files = manifest.get("files")?.as_array()?;
    let word = |file: &Value, key: &str| file.get(key)?.as_str().map(str::to_owned);
    let file = files.iter().find(|file| {
        let is_immutable = word(file, "cacheControl").is_some_and(|it| it.contains("immutable"));
        is_immutable && word(file, "role").as_deref() == Some(role)
    })?;
    Some(Asset {
        url: join(base, &word(file, "path")?),
        integrity: word(file, "integrity"),
    })
}

fn join(base: &str, name: &str) -> String {
    format!("{}/{name}", base.trim_end_matches('/'))
}
