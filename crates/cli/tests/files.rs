//! Where `explainer prerender` reads and writes, what it refuses, and what it leaves alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::json;
use tempfile::TempDir;

mod support;

use support::{BUNDLED, html, least, prerender, program, save};

#[test]
fn standard_input_goes_to_standard_output() {
    let mut child = program()
        .arg("prerender")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let story = least("From standard input").to_string();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(story.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(html(&output).contains(">From standard input</h1>"));
}

#[test]
fn whoever_reads_the_output_may_stop_early() {
    let mut tool = program()
        .args(["prerender", BUNDLED])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(tool.stdout.take());
    let output = tool.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[test]
fn many_stories_need_a_folder() {
    let output = prerender(&[BUNDLED, BUNDLED]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        errors,
        "several stories need a folder to go to: --out-dir\n"
    );
}

#[test]
fn a_thousand_stories_go_in_one_call() {
    let folder = TempDir::new().unwrap();
    let files: Vec<String> = (0..1000)
        .map(|n| {
            save(
                folder.path(),
                &format!("{n}.json"),
                &least(&format!("Story {n}")),
            )
        })
        .collect();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let mut arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    arguments.extend(["--out-dir", out.to_str().unwrap()]);
    html(&prerender(&arguments));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1000);
    let last = fs::read_to_string(out.join("999.html")).unwrap();
    assert!(last.contains(">Story 999</h1>"), "{last}");
}

#[test]
fn one_bad_story_among_many_means_that_none_is_written() {
    let folder = TempDir::new().unwrap();
    let good = save(folder.path(), "good.json", &least("Good"));
    let bad = save(folder.path(), "bad.json", &json!({}));
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let output = prerender(&[&good, &bad, "--out-dir", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_dir(out).unwrap().count(), 0);
}

#[test]
fn a_bad_story_says_every_problem_and_leaves_the_file_as_it_was() {
    let folder = TempDir::new().unwrap();
    let mut story = least("A story");
    story["published"] = "yesterday".into();
    story["standfrst"] = "Words".into();
    let file = save(folder.path(), "bad.json", &story);
    let out = folder.path().join("out.html");
    fs::write(&out, "before").unwrap();
    let output = prerender(&[&file, "-o", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert!(
        errors.contains("bad.json: published: \"yesterday\" is not a date"),
        "{errors}"
    );
    assert!(errors.contains("did you mean \"standfirst\"?"), "{errors}");
    assert_eq!(fs::read_to_string(out).unwrap(), "before");
}

#[test]
fn a_story_that_is_not_there_is_named() {
    let output = prerender(&["no-such-story.json"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.starts_with("no-such-story.json: cannot be read: "),
        "{errors}"
    );
}

#[test]
fn a_mini_model_that_is_not_there_is_named_with_those_that_are() {
    let output = prerender(&[BUNDLED, "--model", "agi"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.starts_with("no mini-model \"agi\"; the story has rofr, agi-trigger, "),
        "{errors}"
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let folder = TempDir::new().unwrap();
    let story = serde_json::to_string_pretty(&least("Marked")).unwrap();
    let file = folder.path().join("story.json");
    std::fs::write(&file, format!("\u{feff}{}", story.replace('\n', "\r\n"))).unwrap();
    assert!(html(&prerender(&[file.to_str().unwrap()])).contains(">Marked</h1>"));
}

#[test]
fn another_encoding_is_refused_by_its_name() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("story.json");
    let story = least("Ümlaut").to_string();
    let wide = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.iter()
            .copied()
            .chain(story.encode_utf16().flat_map(bytes))
            .collect()
    };
    let latin: Vec<u8> = story
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    for (bytes, name) in [
        (wide(&[0xff, 0xfe], u16::to_le_bytes), "UTF-16"),
        (wide(&[0xfe, 0xff], u16::to_be_bytes), "UTF-16"),
        (wide(&[], u16::to_le_bytes), "UTF-16"),
        (wide(&[], u16::to_be_bytes), "UTF-16"),
        (latin, "not UTF-8"),
    ] {
        std::fs::write(&file, bytes).unwrap();
        let output = prerender(&[file.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(name) && said.contains("save it as UTF-8"),
            "{said}"
        );
    }
}
