use std::cell::RefCell;
use std::fs;
use std::io::{Error, ErrorKind, Read, Result, Write, stderr, stdin, stdout};
use std::path::Path;

use explainer_cli::System;
use indicatif::ProgressBar;
use tempfile::NamedTempFile;

/// The files and streams of the machine that the tool runs on.
#[derive(Default)]
pub struct Native {
    /// Draws nothing where standard error is no terminal.
    progress: RefCell<Option<ProgressBar>>,
}

impl System for Native {
    fn read(&self, file: &Path) -> Result<Vec<u8>> {
        fs::read(file)
    }

    fn read_standard_input(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        stdin().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write(&self, file: &Path, text: &str) -> Result<()> {
        let folder = match file.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let mut fresh = NamedTempFile::new_in(folder)?;
        fresh.write_all(text.as_bytes())?;
        make_readable(&fresh)?;
        fresh.persist(file).map_err(Error::from)?;
        Ok(())
    }

    fn print(&self, text: &str) -> Result<()> {
        let mut out = stdout();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match written {
            Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    fn tell(&self, line: &str) {
        let _ = writeln!(stderr(), "{line}");
    }

    fn show_progress(&self, done: usize, all: usize) {
        let mut progress = self.progress.borrow_mut();
        let bar = progress.get_or_insert_with(|| ProgressBar::new(all as u64));
        bar.set_position(done as u64);
        if done == all {
            bar.finish_and_clear();
        }
    }
}

/// Gives a fresh file the mode of an ordinary one: a temporary file is its owner's alone.
fn make_readable(file: &NamedTempFile) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::Permissions::from_mode(0o644);
        file.as_file().set_permissions(mode)?;
    }
    Ok(())
}
