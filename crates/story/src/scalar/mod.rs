//! Types that are one JSON text or number with a rule.

mod calendar;
mod date_time;
mod file_url;
mod id;
mod lang;
mod media_time;
mod partial_date;
mod pixels;
mod quantity;
mod text;
mod time_zone;
mod unit;
mod url;

pub use date_time::{DateTime, TimeOfDay};
pub use file_url::FileUrl;
pub(crate) use id::IdText;
pub use id::{ArticleId, ModelId, PartId, PostId, QuestionId, SectionId, TermId};
pub use lang::{Direction, Lang};
pub use media_time::MediaTime;
pub use partial_date::PartialDate;
pub use pixels::Pixels;
pub use quantity::Quantity;
pub(crate) use text::check_length;
pub use text::{ShortText, Text};
pub use time_zone::TimeZone;
pub use unit::{CURRENCIES, Unit};
pub use url::Url;
