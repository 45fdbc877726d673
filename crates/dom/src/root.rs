use explainer_view::components::{Scene, Stage, StageProps};
use web_sys::{CssStyleSheet, Element};
use yew::scheduler::{self, Runnable};
use yew::{AppHandle, Callback, Html, Renderer};

use crate::open_shadow;

/// A tool in an open shadow root of its own. Unmounts when it is dropped.
pub struct Root {
    // An `Option`, since Yew's handle is consumed by `destroy`.
    app: Option<AppHandle<Stage>>,
}

impl Root {
    /// Mounts a tool at `place`, styled by `sheet`, and tells `on_rendered` when it stands; nothing
    /// where the browser refuses.
    pub fn mount(
        place: &Element,
        sheet: &CssStyleSheet,
        content: Html,
        on_rendered: Option<Callback<()>>,
    ) -> Option<Self> {
        let root = open_shadow(place, sheet)?;
        Some(Self::mount_in(&root, content, on_rendered))
    }

    /// Mounts a tool in `root`, which stands in a shadow root already.
    pub fn mount_in(root: &Element, content: Html, on_rendered: Option<Callback<()>>) -> Self {
        let props = StageProps {
            content: Scene::new(content),
            on_rendered,
        };
        let app = Renderer::<Stage>::with_root_and_props(root.clone(), props);
        Self {
            app: Some(app.render()),
        }
    }

    /// Shows something else, and tells `on_rendered` when it stands.
    pub fn show(&mut self, content: Html, on_rendered: Option<Callback<()>>) {
        if let Some(app) = &mut self.app {
            app.update(StageProps {
                content: Scene::new(content),
                on_rendered,
            });
        }
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            scheduler::push(Box::new(End(app)));
        }
    }
}

/// Ends a tool in Yew's own turn. Told to destroy at once, Yew would do so before it creates what was
/// mounted just now, and keep that for good: between the two it may yield to the browser.
struct End(AppHandle<Stage>);

impl Runnable for End {
    fn run(self: Box<Self>) {
        self.0.destroy();
    }
}
