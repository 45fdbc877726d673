//! Writes the labels as Rust: a type a section, with a method a label.

use std::fmt::Write;

use crate::language::{Label, Language, SECTIONS};

/// Returns the code. Texts are in the order of the English labels.
pub fn code(languages: &[Language]) -> String {
    let mut code = String::new();
    let names = [
        ("Labels", "LABELS"),
        ("ElementLabels", "ELEMENT_LABELS"),
        ("ModelLabels", "MODEL_LABELS"),
    ];
    for (section, (name, table)) in SECTIONS.into_iter().zip(names) {
        write_section(&mut code, languages, section, name, table);
    }
    code
}

fn write_section(
    code: &mut String,
    languages: &[Language],
    section: &str,
    name: &str,
    table: &str,
) {
    let Some(english) = languages.first() else {
        return;
    };
    let labels: Vec<&Label> = english
        .labels
        .iter()
        .filter(|label| label.section == section)
        .collect();
    let (languages_count, count) = (languages.len(), labels.len());
    *code += &format!("static {table}: [{name}; {languages_count}] = [\n");
    for language in languages {
        *code += &format!("    {name} {{ lang: {:?}, texts: [\n", language.lang);
        for label in &labels {
            let text = language.find(section, &label.key);
            let text = text.map(|text| numbered(&text.text, &label.holes()));
            *code += &format!("        {:?},\n", text.unwrap_or_default());
        }
        *code += "    ] },\n";
    }
    *code += &format!(
        "];\n\
         /// The labels of one language in `[{section}]` of `languages/*.txt`.\n\
         #[derive(Debug)]\n\
         pub struct {name} {{ lang: &'static str, texts: [&'static str; {count}] }}\n\
         impl {name} {{\n"
    );
    for (index, label) in labels.iter().enumerate() {
        write_methods(code, index, label);
    }
    *code += "}\n";
}

/// Returns a text with the numbers of its holes in place of their names.
fn numbered(text: &str, holes: &[&str]) -> String {
    let mut text = text.to_owned();
    for (index, hole) in holes.iter().enumerate() {
        text = text.replace(&format!("{{{hole}}}"), &format!("{{{index}}}"));
    }
    text
}

fn write_methods(code: &mut String, index: usize, label: &Label) {
    let key = &label.key;
    for line in &label.about {
        *code += &format!("    /// {line}\n");
    }
    if !label.about.is_empty() {
        *code += "    ///\n";
    }
    *code += &format!("    /// English: `{}`\n", label.text);
    let holes = label.holes();
    if holes.is_empty() {
        *code += &format!("    pub fn {key}(&self) -> &'static str {{ self.texts[{index}] }}\n");
        return;
    }
    let mut parameters = String::new();
    for hole in &holes {
        let _ = write!(parameters, ", {hole}: &str");
    }
    let arguments = holes.join(", ");
    *code += &format!(
        "    pub fn {key}(&self{parameters}) -> String {{ self.{key}_pattern().fill(&[{arguments}]) }}\n\
         \x20   /// Returns the same with its holes open: {arguments}.\n\
         \x20   pub fn {key}_pattern(&self) -> Pattern {{ Pattern(self.texts[{index}]) }}\n"
    );
}
