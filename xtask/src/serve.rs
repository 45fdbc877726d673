//! Serves the demo page on this machine only, and builds again when a file changes.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::Router;
use notify::{RecursiveMode, Watcher};
use tower_http::services::ServeDir;
use tower_livereload::{LiveReloadLayer, Reloader};

use crate::build;
use crate::process::{command, root, run};

/// What `cargo xtask serve` was asked for.
pub struct Options {
    port: u16,
    open: bool,
}

/// Folders and files that the page is made of.
const FOLDERS: [&str; 3] = ["www", "src", "crates"];
const FILES: [&str; 4] = ["index.html", "Cargo.toml", "Cargo.lock", "package.json"];

impl Options {
    /// Reads the command's options.
    ///
    /// # Errors
    /// For an option that is not known, or a port that is none.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self {
            port: 8080,
            open: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--open" => options.open = true,
                "--port" => {
                    let port = words.next().context("--port needs a number")?;
                    options.port = port.parse().with_context(|| format!("{port} is no port"))?;
                }
                other => bail!("serve has no option {other}; it has --port N and --open"),
            }
        }
        Ok(options)
    }
}

/// Serves until it is interrupted.
///
/// # Errors
/// Where the first build fails or the port is taken.
pub fn serve(options: &Options) -> Result<()> {
    build::build()?;
    let live = LiveReloadLayer::new();
    let reloader = live.reloader();
    let app = Router::new()
        .fallback_service(ServeDir::new(build::site()))
        .layer(live);
    let runtime = tokio::runtime::Runtime::new()?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind(address))
        .with_context(|| format!("port {} is taken; try --port", options.port))?;
    let page = format!("http://{}", listener.local_addr()?);
    println!("{page}");
    if options.open {
        open(&page);
    }
    std::thread::spawn(move || {
        if let Err(error) = rebuild_on_change(&reloader) {
            eprintln!("no longer watching for changes: {error:#}");
        }
    });
    runtime
        .block_on(async { axum::serve(listener, app).await })
        .context("the server stopped")
}

fn rebuild_on_change(reloader: &Reloader) -> Result<()> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    // Files are watched through their folder: editors save by putting a new file in the old one's
    // place.
    watcher.watch(&root(), RecursiveMode::NonRecursive)?;
    for folder in FOLDERS {
        watcher.watch(&root().join(folder), RecursiveMode::Recursive)?;
    }
    while let Some(paths) = next_changes(&changes) {
        let needs_compiler = paths.iter().any(|path| {
            path.extension()
                .is_some_and(|end| ["rs", "toml", "lock"].iter().any(|known| end == *known))
        });
        let built = if needs_compiler {
            build::build()
        } else {
            build::copy_page()
        };
        match built {
            Ok(()) => {
                println!("built again");
                reloader.reload();
            }
            Err(error) => eprintln!("{error:#}"),
        }
    }
    Ok(())
}

/// Waits for a change, and then until there are no more for a moment: editors write in steps.
fn next_changes(changes: &Receiver<notify::Result<notify::Event>>) -> Option<Vec<PathBuf>> {
    loop {
        let mut events = vec![changes.recv().ok()?];
        while let Ok(event) = changes.recv_timeout(Duration::from_millis(150)) {
            events.push(event);
        }
        let written = events
            .into_iter()
            .flatten()
            .filter(|event| !event.kind.is_access());
        let paths: Vec<PathBuf> = written
            .flat_map(|event| event.paths)
            .filter(|path| belongs_to_page(path))
            .collect();
        if !paths.is_empty() {
            return Some(paths);
        }
    }
}

fn belongs_to_page(path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root()) else {
        return false;
    };
    FOLDERS.iter().any(|folder| path.starts_with(folder))
        || FILES.iter().any(|file| path == Path::new(file))
}

fn open(page: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if let Err(error) = run(command(program).arg(page)) {
        eprintln!("{error:#}; open {page} by hand");
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[track_caller]
    fn check(words: &[&str], expected: Result<(u16, bool), &str>) {
        let found = Options::parse(words).map(|options| (options.port, options.open));
        assert_eq!(
            found.map_err(|error| error.to_string()),
            expected.map_err(str::to_owned)
        );
    }

    #[test]
    fn without_options_it_serves_on_8080() {
        check(&[], Ok((8080, false)));
    }

    #[test]
    fn a_port_and_open_can_be_asked_for() {
        check(&["--open", "--port", "9000"], Ok((9000, true)));
    }

    #[test]
    fn a_port_must_be_one() {
        check(&["--port", "x"], Err("x is no port"));
        check(&["--port"], Err("--port needs a number"));
    }

    #[test]
    fn another_option_is_refused() {
        check(
            &["--prot"],
            Err("serve has no option --prot; it has --port N and --open"),
        );
    }
}
