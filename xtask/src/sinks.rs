//! Checks that nothing which ships turns text into markup: model text is data.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::process::root;

/// Where the code that ships is.
const SHIPPED: [&str; 3] = ["src", "crates", "www"];
/// What reads a text as markup, in Yew, web-sys and JavaScript.
const SINKS: [&str; 9] = [
    "from_html_unchecked",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "document.write",
];

/// Looks for markup sinks in the Rust and JavaScript that ships.
///
/// # Errors
/// Where there is one; says where.
pub fn check() -> Result<()> {
    let mut faults = Vec::new();
    for folder in SHIPPED {
        for file in sources(&root().join(folder))? {
            let name = file.strip_prefix(root()).unwrap_or(&file);
            let text = fs::read_to_string(&file)?;
            faults.extend(sinks_in(&name.display().to_string(), &text));
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn sinks_in(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let is_comment = line.trim_start().starts_with("//");
        for sink in SINKS.iter().filter(|sink| line.contains(**sink)) {
            if !is_comment {
                faults.push(format!("{name}:{number}: {sink} reads text as markup"));
            }
        }
    }
    faults
}

/// Returns the Rust and JavaScript files below a folder, tests left out.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                files.extend(sources(&path)?);
            }
        } else if path
            .extension()
            .is_some_and(|extension| extension == "rs" || extension == "js")
        {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{check, sinks_in, sources};
    use crate::process::root;

    #[test]
    fn a_sink_is_found_in_rust_and_in_javascript() {
        assert_eq!(
            sinks_in("x.js", "a;\nbox.innerHTML = text;"),
            ["x.js:2: innerHTML reads text as markup"]
        );
        assert_eq!(sinks_in("x.rs", "element.set_inner_html(text);").len(), 1);
        assert!(sinks_in("x.js", "// never innerHTML").is_empty());
    }

    #[test]
    fn every_shipped_script_and_the_native_tool_are_read() {
        let scripts = sources(&root().join("www")).unwrap();
        assert!(
            scripts
                .iter()
                .any(|file| file.ends_with("explainer-model.js"))
        );
        let crates = sources(&root().join("crates")).unwrap();
        assert!(crates.iter().any(|file| file.ends_with("cli/src/main.rs")));
        assert!(check().is_ok());
    }
}
