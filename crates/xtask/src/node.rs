//! Node.js, which builds the window's page. The version matters: the page's builder refuses older ones, and the one
//! that Debian 12 or Ubuntu 24.04 would install is too old.

use crate::packages::{install, is_debian};
use crate::run::{Done, output};

const WANTED: &str = "Node.js 20.19 or newer (of version 22: 22.12 or newer) with npm";

pub(crate) fn ensure() -> Done {
    if output("node", &["--version"]).is_none() && is_debian() {
        let candidate = candidate();
        if !candidate.as_deref().is_some_and(good_enough) {
            let offer = candidate.as_deref().unwrap_or("none");
            return Err(missing(&format!("this system's own packages offer {offer}")));
        }
        println!(
            "Node.js is missing and will be installed:\n  nodejs, npm              build the window's page"
        );
        install(&["nodejs", "npm"])?;
    }
    let version =
        output("node", &["--version"]).ok_or_else(|| missing("there is no node on the search path"))?;
    if !good_enough(&version) {
        return Err(missing(&format!("the node on the search path is {version}")));
    }
    output(npm(), &["--version"]).map(|_| ()).ok_or_else(|| missing("there is no npm on the search path"))
}

pub(crate) fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn missing(found: &str) -> String {
    format!(
        "{WANTED} is needed to build the window's page; {found}.\n\
         Install it from nodejs.org or with a version manager (fnm, nvm, volta), then start this command again."
    )
}

/// What apt would install, such as "18.20.4+dfsg-1". The lists may be old or empty; then there is no offer.
fn candidate() -> Option<String> {
    let policy = output("apt-cache", &["policy", "nodejs"])?;
    let line = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate:"))?;
    Some(line.trim().to_owned()).filter(|version| version != "(none)")
}

/// From "v20.20.2" or "20.19.2+dfsg-1".
fn good_enough(version: &str) -> bool {
    let mut numbers =
        version.trim_start_matches('v').split(|c: char| !c.is_ascii_digit()).map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(20)), Some(Ok(minor))) => minor >= 19,
        (Some(Ok(22)), Some(Ok(minor))) => minor >= 12,
        (Some(Ok(major)), _) => major > 22,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::good_enough;

    #[test]
    fn the_builder_s_own_rule() {
        for good in ["v20.20.2", "20.19.2+dfsg-1", "v22.12.0", "v23.1.0", "v26.0.0"] {
            assert!(good_enough(good), "{good}");
        }
        for old in ["v18.20.4", "v20.18.1", "v21.7.0", "v22.11.0", "", "node"] {
            assert!(!good_enough(old), "{old}");
        }
    }
}
