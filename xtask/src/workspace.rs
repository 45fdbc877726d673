//! What the workspace's packages have to test, as `cargo metadata` tells it.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::{command, output};

/// Tests that run in a browser, through wasm-pack, and not natively.
pub const BROWSER: &str = "browser";

/// A package of the workspace.
pub struct Package {
    pub name: String,
    features: Vec<String>,
    targets: Vec<Target>,
}

/// A library, program or test of a package.
struct Target {
    name: String,
    is_test: bool,
    is_program: bool,
    required_features: Vec<String>,
}

/// Returns the packages of this workspace.
///
/// # Errors
/// Where Cargo cannot read a manifest.
pub fn packages() -> Result<Vec<Package>> {
    let json = output(command("cargo").args([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--quiet",
    ]))?;
    read(&serde_json::from_str(&json)?)
}

fn read(metadata: &Value) -> Result<Vec<Package>> {
    list(metadata, "packages").map(Package::read).collect()
}

impl Package {
    fn read(json: &Value) -> Result<Self> {
        let features = json.get("features").and_then(Value::as_object);
        let features = features.context("a package without a list of features")?;
        Ok(Self {
            name: name_of(json)?,
            features: features.keys().cloned().collect(),
            targets: list(json, "targets")
                .map(Target::read)
                .collect::<Result<_>>()?,
        })
    }

    /// Returns the features with which the package is tested natively: all that it has, but not
    /// drawing in the browser (`csr`), which only compiles for wasm.
    fn native_features(&self) -> Vec<&str> {
        let all = self.features.iter().map(String::as_str);
        all.filter(|name| !["default", "csr"].contains(name))
            .collect()
    }

    /// Returns the arguments of `cargo test` for this package.
    pub fn arguments(&self) -> Vec<String> {
        let mut words: Vec<String> = ["--package", &self.name, "--no-default-features"]
            .map(String::from)
            .into();
        let features = self.native_features();
        if !features.is_empty() {
            words.extend(["--features".into(), features.join(",")]);
        }
        words
    }

    /// Returns what has tests that neither `cargo test` with [`Self::arguments`] nor the browsers run.
    fn untested(&self) -> impl Iterator<Item = String> {
        let features = self.native_features();
        let is_run = move |target: &&Target| {
            let is_native = target.is_test
                && target
                    .required_features
                    .iter()
                    .all(|needed| features.contains(&needed.as_str()));
            // A program that declares that it has no tests, such as one that only runs in a page.
            let has_none = target.is_program && !target.is_test;
            !is_native && !has_none && target.name != BROWSER
        };
        let names = self.targets.iter().filter(is_run);
        names.map(|target| format!("{}: no layer runs {}", self.name, target.name))
    }
}

impl Target {
    fn read(json: &Value) -> Result<Self> {
        Ok(Self {
            name: name_of(json)?,
            is_test: json.get("test").and_then(Value::as_bool) == Some(true),
            is_program: list(json, "kind").any(|kind| kind == "bin"),
            required_features: list(json, "required-features")
                .filter_map(|name| name.as_str().map(String::from))
                .collect(),
        })
    }
}

/// Returns a line for everything in the workspace whose tests no layer runs.
pub fn untested(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(Package::untested).collect()
}

fn name_of(json: &Value) -> Result<String> {
    let name = json.get("name").and_then(Value::as_str);
    name.map(String::from).context("something without a name")
}

fn list<'a>(json: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    json.get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use serde_json::{Value, json};

    use super::{packages, read, untested};

    fn package(features: Value, targets: Value) -> Value {
        json!({ "packages": [{ "name": "one", "features": features, "targets": targets }] })
    }

    #[track_caller]
    fn check(features: Value, target: Value, expected: &[&str]) {
        let packages = read(&package(features, json!([target]))).unwrap();
        assert_eq!(untested(&packages), expected);
    }

    #[test]
    fn a_test_behind_a_feature_is_run_with_it() {
        let target = json!({ "name": "parity", "test": true, "required-features": ["icu"] });
        check(json!({ "icu": [] }), target, &[]);
    }

    #[test]
    fn a_test_behind_a_feature_that_is_not_built_is_missed() {
        let target = json!({ "name": "hidden", "test": true, "required-features": ["csr"] });
        check(json!({ "csr": [] }), target, &["one: no layer runs hidden"]);
    }

    #[test]
    fn a_target_whose_tests_are_switched_off_is_missed() {
        let target = json!({ "name": "one", "test": false });
        check(json!({}), target, &["one: no layer runs one"]);
    }

    #[test]
    fn a_program_may_say_that_it_has_no_tests() {
        let target = json!({ "name": "one", "kind": ["bin"], "test": false });
        check(json!({}), target, &[]);
    }

    #[test]
    fn the_browsers_run_theirs() {
        let target = json!({ "name": "browser", "test": true, "required-features": ["csr"] });
        check(json!({ "csr": [] }), target, &[]);
    }

    #[test]
    fn packages_are_tested_with_their_features() {
        let packages = read(&package(
            json!({ "csr": [], "default": [], "icu": [] }),
            json!([]),
        ));
        let packages = packages.unwrap();
        let one = packages.first().unwrap();
        assert_eq!(
            one.arguments(),
            [
                "--package",
                "one",
                "--no-default-features",
                "--features",
                "icu"
            ]
        );
    }

    #[test]
    fn every_folder_of_crates_is_in_the_workspace() {
        let packages = packages().unwrap();
        let folder = crate::process::root().join("crates");
        for entry in std::fs::read_dir(folder).unwrap() {
            let manifest = entry.unwrap().path().join("Cargo.toml");
            let text = std::fs::read_to_string(manifest).unwrap();
            let is_known = |name: &str| text.contains(&format!("name = \"{name}\""));
            assert!(packages.iter().any(|one| is_known(&one.name)), "{text}");
        }
    }
}
