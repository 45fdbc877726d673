use std::io::{Error, Result};
use std::path::Path;

use explainer_cli::System;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// What `www/tool/cli.js` gives: Node's files and streams. A method that fails throws what the system says.
    pub type SystemOfJs;

    #[wasm_bindgen(method, catch)]
    fn read(this: &SystemOfJs, file: &str) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = readStandardInput)]
    fn read_standard_input(this: &SystemOfJs) -> std::result::Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn write(this: &SystemOfJs, file: &str, text: &str) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn print(this: &SystemOfJs, text: &str) -> std::result::Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn tell(this: &SystemOfJs, line: &str);
}

/// The system that JavaScript gives.
pub struct NodeSystem(pub SystemOfJs);

impl System for NodeSystem {
    fn read(&self, file: &Path) -> Result<Vec<u8>> {
        self.0.read(&file.to_string_lossy()).map_err(said)
    }

    fn read_standard_input(&self) -> Result<Vec<u8>> {
        self.0.read_standard_input().map_err(said)
    }

    fn write(&self, file: &Path, text: &str) -> Result<()> {
        self.0.write(&file.to_string_lossy(), text).map_err(said)
    }

    fn print(&self, text: &str) -> Result<()> {
        self.0.print(text).map_err(said)
    }

    fn tell(&self, line: &str) {
        self.0.tell(line);
    }
}

/// Returns an error that says the message of what was thrown.
fn said(thrown: JsValue) -> Error {
    let message = js_sys::Reflect::get(&thrown, &"message".into());
    let message = message.ok().and_then(|message| message.as_string());
    Error::other(message.unwrap_or_else(|| "it could not be done".into()))
}
