//! Where a library lies, and what room there is.

use std::path::Path;

/// What this user may still write there; nothing when the system does not say.
pub fn free_bytes(path: &Path) -> Option<u64> {
    fs4::available_space(path).ok()
}
