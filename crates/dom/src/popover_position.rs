use web_sys::{Element, HtmlElement, window};

/// Least distance of a popover from the edges of the window and from its anchor, in CSS pixels.
const MARGIN: f64 = 8.0;
/// Least height of a popover, in CSS pixels: enough for its label and a line.
const LEAST_ROOM: f64 = 96.0;

/// Puts `popover` below `anchor`, or above where there is more room, in the page: it scrolls with its anchor. Sets
/// custom properties; the style sheet decides whether it uses them.
///
/// Measured, though CSS can anchor it: WebKit 2.50 puts an anchored popover above the window where the page is
/// scrolled, and looks at no media query again while there is one.
pub fn position_popover(popover: &HtmlElement, anchor: &Element) {
    let Some(view) = View::measure() else {
        return;
    };
    for property in ["--_room", "--_top", "--_bottom"] {
        // Fails only for a read-only declaration, which an element's own style is not.
        let _ = popover.style().remove_property(property);
    }
    let at = anchor.get_bounding_client_rect();
    let own = popover.get_bounding_client_rect();
    let last_left = (view.width - own.width() - MARGIN).max(MARGIN);
    let centred = at.left() + (at.width() - own.width()) / 2.0;
    let left = view.left + centred.clamp(MARGIN, last_left);
    let (room_below, room_above) = (view.height - at.bottom(), at.top());
    let fits_below = own.height() + 2.0 * MARGIN <= room_below;
    let (side, at_side, room) = if fits_below || room_below >= room_above {
        ("--_top", view.top + at.bottom() + MARGIN, room_below)
    } else {
        // From the end of the window as it is at the top of the page.
        let bottom = view.height - view.top - at.top() + MARGIN;
        ("--_bottom", bottom, room_above)
    };
    set_lengths(
        popover,
        &[
            ("--_left", left),
            (side, at_side),
            ("--_room", (room - 2.0 * MARGIN).max(LEAST_ROOM)),
        ],
    );
}

/// Tells the style sheet which part of the page the reader has enlarged with two fingers, so that a sheet at
/// the bottom of the window comes to where the reader is. Elements at fixed places do not by themselves
/// (<https://drafts.csswg.org/cssom-view/#visual-viewport>).
pub fn follow_visual_viewport(popover: &HtmlElement) {
    let Some(view) = window().and_then(|window| window.visual_viewport()) else {
        return;
    };
    // Fails only for a name that is no attribute name.
    let _ = popover.toggle_attribute_with_force("data-explainer-enlarged", view.scale() > 1.0);
    set_lengths(
        popover,
        &[
            ("--_view-left", view.offset_left()),
            ("--_view-bottom", view.offset_top() + view.height()),
            ("--_view-width", view.width()),
            ("--_view-height", view.height()),
        ],
    );
}

/// Sets custom properties, in CSS pixels.
fn set_lengths(element: &HtmlElement, lengths: &[(&str, f64)]) {
    let style = element.style();
    for (property, length) in lengths {
        // Fails only for a read-only declaration, which an element's own style is not.
        let _ = style.set_property(property, &[&(*length as i32).to_string(), "px"].concat());
    }
}

/// The part of the page that the window shows, in CSS pixels.
struct View {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl View {
    fn measure() -> Option<Self> {
        let window = window()?;
        let root = window.document()?.document_element()?;
        Some(Self {
            left: window.scroll_x().ok()?,
            top: window.scroll_y().ok()?,
            // Without the scroll bars.
            width: f64::from(root.client_width()),
            height: f64::from(root.client_height()),
        })
    }
}
