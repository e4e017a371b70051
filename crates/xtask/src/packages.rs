//! The system packages: one list, with why each is needed. On Debian and Ubuntu what is missing is installed, after
//! saying so; elsewhere we look for the programs themselves and print the line that installs them.

use crate::run::{Done, on_path, output, run};
use std::process::Command;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Compiling the window and what it stands on.
    Build,
    /// Opening the window in tests, on a screen that nobody sees.
    WindowTests,
    /// Reading back the PDF reports that tests print.
    Pdf,
    /// Making calls to the system fail, and clocks go wrong.
    Faults,
}

/// Debian's name, why, for what, and a program (or pkg-config module) that shows it is there on other systems.
const PACKAGES: &[(&str, &str, Need, &str)] = &[
    ("build-essential", "compiles SQLite and zstd, which are written in C", Need::Build, "cc"),
    ("pkg-config", "tells the build where the system's libraries are", Need::Build, "pkg-config"),
    ("libwebkit2gtk-4.1-dev", "the web view that the window is made of", Need::Build, "webkit2gtk-4.1.pc"),
    ("xvfb", "a screen for the window's tests", Need::WindowTests, "Xvfb"),
    ("webkit2gtk-driver", "drives the window as a person would", Need::WindowTests, "WebKitWebDriver"),
    ("dbus", "the session bus that the window expects", Need::WindowTests, "dbus-daemon"),
    ("poppler-utils", "reads the PDF reports that tests print", Need::Pdf, "pdftotext"),
    ("strace", "makes calls to the system fail, one at a time", Need::Faults, "strace"),
    ("faketime", "makes the clock go wrong", Need::Faults, "faketime"),
];

/// The lines for other systems, by a program that tells which one it is. Written from their package lists, not tried.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "dnf",
        "sudo dnf install gcc make pkgconf webkit2gtk4.1-devel xorg-x11-server-Xvfb dbus-daemon poppler-utils strace libfaketime",
    ),
    (
        "pacman",
        "sudo pacman -S --needed base-devel webkit2gtk-4.1 xorg-server-xvfb dbus poppler strace libfaketime",
    ),
    (
        "zypper",
        "sudo zypper install gcc make pkgconf webkit2gtk3-devel xorg-x11-server-Xvfb dbus-1 poppler-tools strace libfaketime",
    ),
];

/// Makes sure that everything for these needs is there.
pub(crate) fn ensure(needs: &[Need]) -> Done {
    let wanted: Vec<_> = PACKAGES.iter().filter(|(_, _, need, _)| needs.contains(need)).collect();
    if is_debian() {
        let have = installed(&wanted.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
        let missing: Vec<_> =
            wanted.iter().filter(|(name, ..)| !have.iter().any(|there| there == name)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        println!("These system packages are missing and will be installed:");
        for (name, why, ..) in &missing {
            println!("  {name:24} {why}");
        }
        return install(&missing.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
    }
    let missing: Vec<_> = wanted.iter().filter(|(_, _, need, sign)| !is_there(*need, sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list: String = missing.iter().map(|(name, why, ..)| format!("  {name:24} {why}\n")).collect();
    Err(format!("Missing here (Debian's names):\n{list}{}\nThen start this command again.", line_to_run()))
}

/// Debian, Ubuntu, and what calls itself like them.
pub(crate) fn is_debian() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = release.lines().filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="));
    on_path("apt-get")
        && on_path("dpkg-query")
        && debian.into_iter().any(|line| line.contains("debian") || line.contains("ubuntu"))
}

/// Those of the packages that dpkg holds as fully installed.
fn installed(names: &[&str]) -> Vec<String> {
    // dpkg-query fails when it does not know one of them, and still lists the others: its exit code says nothing.
    let answer = Command::new("dpkg-query")
        .args(["-W", "-f", "${db:Status-Abbrev} ${Package}\n"])
        .args(names)
        .output();
    let list = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    list.lines().filter_map(|line| line.strip_prefix("ii ")).map(|name| name.trim().to_owned()).collect()
}

/// Installs packages with apt-get, through sudo when we are not root.
pub(crate) fn install(names: &[&str]) -> Done {
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {}", names.join(" "));
    let failed = |error: String| {
        format!(
            "{error}\nThe packages could not be installed. As root, run:\n  {by_hand}\nThen start this command again."
        )
    };
    run(&mut apt_get(&["update", "-qq"])).map_err(failed)?;
    let arguments = [&["install", "-y", "-qq", "--no-install-recommends"], names].concat();
    run(&mut apt_get(&arguments)).map_err(failed)
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = if output("id", &["-u"]).as_deref() == Some("0") {
        Command::new("env")
    } else {
        // sudo asks for a password on the terminal itself; where there is none it fails, and the line is printed.
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    };
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"])
        .args(arguments);
    command
}

/// The same question on systems that are not Debian's kin.
fn is_there(need: Need, sign: &str) -> bool {
    match sign.strip_suffix(".pc") {
        _ if need == Need::Build && !cfg!(target_os = "linux") => {
            // macOS and Windows bring their web view along; what is left is the C compiler.
            sign != "cc" || cfg!(windows) || output("xcode-select", &["-p"]).is_some()
        }
        Some(module) => output("pkg-config", &["--exists", module]).is_some(),
        None => on_path(sign),
    }
}

fn line_to_run() -> String {
    if cfg!(target_os = "macos") {
        return "Run:\n  xcode-select --install\n(The window's tests need Linux.)".to_owned();
    }
    match ELSEWHERE.iter().find(|(program, _)| on_path(program)) {
        Some((_, line)) => format!(
            "Run:\n  {line}\n(WebKitWebDriver comes with WebKitGTK there, or in a package beside it.)"
        ),
        None => "Install them with your system's package manager.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKAGES, installed, is_debian};

    #[test]
    fn every_package_says_why() {
        for (name, why, _, sign) in PACKAGES {
            assert!(why.len() > 10 && !sign.is_empty(), "{name}");
        }
    }

    #[test]
    fn dpkg_knows_itself_and_no_nonsense() {
        if is_debian() {
            assert_eq!(installed(&["dpkg", "balise-no-such-package"]), ["dpkg"]);
        } else {
            eprintln!("not Debian: nothing to ask dpkg here");
        }
    }
}
