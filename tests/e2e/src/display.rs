//! Where the window opens: a screen and a session bus. The screen is the one there is, or an Xvfb of the test's own
//! when there is none, or when BALISE_E2E_OWN_DISPLAY=1 asks for one (so that tests do not dance on the developer's
//! desktop). The bus is always the test's own: on a shared one the window would take a Balise that the developer has
//! open for its first instance, and hand over to it.

use crate::process::Group;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub struct Display {
    name: String,
    bus: String,
    /// Held for their Drop: it ends the servers, then removes the folder they used.
    _servers: Vec<Group>,
    _runtime: TempDir,
}

impl Display {
    pub fn open() -> Self {
        let runtime = tempfile::Builder::new().prefix("balise-bus-").tempdir().expect("a temporary folder");
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let (daemon, bus) = server(command.env("XDG_RUNTIME_DIR", runtime.path()));
        let mut servers = vec![daemon];

        let own = std::env::var_os("BALISE_E2E_OWN_DISPLAY").is_some_and(|value| value == "1");
        let name = match std::env::var("DISPLAY") {
            Ok(name) if !own && !name.is_empty() => name,
            _ => {
                let mut command = Command::new("Xvfb");
                // Xvfb picks a free number itself and writes it once it is ready to serve.
                command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
                let (xvfb, number) = server(&mut command);
                servers.push(xvfb);
                format!(":{number}")
            }
        };
        Self { name, bus, _servers: servers, _runtime: runtime }
    }

    /// As DISPLAY wants it, such as ":7".
    pub fn name(&self) -> &str {
        &self.name
    }

    /// As DBUS_SESSION_BUS_ADDRESS wants it.
    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }
}

/// Starts a server that prints one line when it is ready, and gives back the line.
fn server(command: &mut Command) -> (Group, String) {
    let program = command.get_program().to_string_lossy().into_owned();
    let mut server = Group::spawn(command.stdout(Stdio::piped()).stderr(Stdio::null()));
    let stdout = server.leader().stdout.take().expect("stdout is piped");
    let mut line = String::new();
    let _ = BufReader::new(stdout).read_line(&mut line);
    assert!(!line.trim().is_empty(), "{program} ended before it was ready to serve");
    (server, line.trim().to_owned())
}
