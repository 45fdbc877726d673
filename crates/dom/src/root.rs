use explainer_view::components::{self, OnceHtml, RootProps};
use web_sys::{CssStyleSheet, Element};
use yew::scheduler::{self, Runnable};
use yew::{AppHandle, Callback, Html, Renderer};

use crate::open_shadow;

/// A Yew app that shows one tool in a shadow root. Unmounts when it is dropped.
pub struct Root {
    // An `Option`, since Yew's handle is consumed by `destroy`.
    app: Option<AppHandle<components::Root>>,
}

impl Root {
    /// Mounts a tool in a shadow root of `container`, styled by `sheet`, and calls `on_rendered` when
    /// it is rendered; nothing where the browser refuses.
    pub fn mount(
        container: &Element,
        sheet: &CssStyleSheet,
        content: Html,
        on_rendered: Option<Callback<()>>,
    ) -> Option<Self> {
        let root = open_shadow(container, sheet)?;
        Some(Self::mount_in(&root, content, on_rendered))
    }

    /// Mounts a tool in `root`, which is in a shadow root already.
    pub fn mount_in(root: &Element, content: Html, on_rendered: Option<Callback<()>>) -> Self {
        let props = RootProps {
            content: OnceHtml::new(content),
            on_rendered,
        };
        let app = Renderer::<components::Root>::with_root_and_props(root.clone(), props);
        Self {
            app: Some(app.render()),
        }
    }

    /// Shows something else, and calls `on_rendered` when it is rendered.
    pub fn show(&mut self, content: Html, on_rendered: Option<Callback<()>>) {
        if let Some(app) = &mut self.app {
            app.update(RootProps {
                content: OnceHtml::new(content),
                on_rendered,
            });
        }
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            scheduler::push(Box::new(Destroy(app)));
        }
    }
}

/// Destroys an app from Yew's scheduler: destroying it right after mounting would run before Yew has
/// created it, and leak it.
struct Destroy(AppHandle<components::Root>);

impl Runnable for Destroy {
    fn run(self: Box<Self>) {
        self.0.destroy();
    }
}
