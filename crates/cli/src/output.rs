use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// Writes a file at once: a reader of it sees the old text or the new, never a part.
///
/// # Errors
/// Where the folder is not there or cannot be written to.
pub fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let replace = || {
        let mut fresh = NamedTempFile::new_in(folder)?;
        fresh.write_all(text.as_bytes())?;
        make_readable(&fresh)?;
        fresh.persist(file)?;
        Ok(())
    };
    replace().map_err(|cause| Failure::Unwritable {
        file: file.into(),
        cause,
    })
}

/// Writes to standard output. Whoever reads it may stop early, as `head` does.
///
/// # Errors
/// Where standard output cannot be written to.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Failure::Unwritable {
            file: "standard output".into(),
            cause,
        }),
        _ => Ok(()),
    }
}

/// Tells whoever runs the tool; that nobody listens is no failure.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Returns where what is made of a story goes.
pub fn in_folder(folder: &Path, story: &Path, extension: &str) -> PathBuf {
    let name = story.file_stem().filter(|name| *name != "-");
    folder
        .join(name.unwrap_or("story".as_ref()))
        .with_extension(extension)
}

/// Gives a fresh file the mode of an ordinary one: a temporary file is its owner's alone.
fn make_readable(file: &NamedTempFile) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(0o644);
        file.as_file().set_permissions(mode)?;
    }
    Ok(())
}
