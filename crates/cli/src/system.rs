use std::io;
use std::path::Path;

/// What the command line asks of the system that it runs on.
pub trait System {
    /// Returns the bytes of a file.
    ///
    /// # Errors
    /// What the system says.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;

    /// Returns all of standard input.
    ///
    /// # Errors
    /// What the system says.
    fn read_standard_input(&self) -> io::Result<Vec<u8>>;

    /// Writes a file at once: a reader of it sees the old text or the new, never a part.
    ///
    /// # Errors
    /// What the system says, such as that the folder is not there.
    fn write(&self, file: &Path, text: &str) -> io::Result<()>;

    /// Writes to standard output. Whoever reads it may stop early, as `head` does: that is no error.
    ///
    /// # Errors
    /// What the system says.
    fn print(&self, text: &str) -> io::Result<()>;

    /// Writes a line to standard error; that nobody reads it is no failure.
    fn tell(&self, line: &str);

    /// Shows that `done` of `all` stories are written, where somebody watches.
    fn show_progress(&self, _done: usize, _all: usize) {}
}
