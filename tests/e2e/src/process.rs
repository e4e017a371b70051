//! Child processes that never outlive the test: each leads a process group of its own, and the whole group is killed
//! when its owner goes, panic or not. (A web view is three processes; killing the first would leave two.)

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

pub(crate) struct Group(Child);

impl Group {
    pub(crate) fn spawn(command: &mut Command) -> Self {
        let program = command.get_program().to_string_lossy().into_owned();
        match command.process_group(0).stdin(Stdio::null()).spawn() {
            Ok(child) => Self(child),
            Err(error) => {
                panic!("{program} does not start ({error}); `cargo xtask test` installs what is missing")
            }
        }
    }

    pub(crate) fn leader(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Ends every process of the group at once, as a power cut would.
    pub(crate) fn kill(&mut self) {
        // The standard library can kill one process only, and unsafe code is not allowed here: the shell can do it.
        let line = format!("kill -KILL -{}", self.0.id());
        let _ = Command::new("sh").args(["-c", &line]).stderr(Stdio::null()).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port that nobody listens on at this moment.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}
