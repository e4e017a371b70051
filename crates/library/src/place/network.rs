//! Disks of other machines: by the form of a path on Windows, by what the system has mounted elsewhere. Asked of text
//! that the system gives, so that no unsafe call is needed.

use std::path::{Path, PathBuf};

/// Types of file systems that reach another machine, or the host of a virtual one. Of those below FUSE, the second
/// part of the name: `fuse.sshfs`.
const TYPES: &[&str] = &[
    "9p",
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "ftp",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
    "webdav",
];
const FUSE: &[&str] = &[
    "ceph",
    "curlftpfs",
    "davfs",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "google-drive-ocamlfuse",
    "goofys",
    "gvfsd-fuse",
    "juicefs",
    "onedriver",
    "rclone",
    "s3fs",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
];

pub(super) struct Mount {
    at: PathBuf,
    kind: String,
}

/// `\\server\share`, also as Windows writes it when it has followed a mapped drive: `\\?\UNC\server\share`.
pub(super) fn by_form(path: &Path) -> bool {
    let path = path.to_string_lossy();
    let Some(rest) = path.strip_prefix(r"\\") else { return false };
    match rest.strip_prefix(r"?\") {
        Some(rest) => rest.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case(r"UNC\")),
        None => !rest.starts_with(r".\") && !rest.is_empty(),
    }
}

/// Whether the innermost mount that holds this path is of another machine.
pub(super) fn by_mount(path: &Path, mounts: &[Mount]) -> bool {
    let holding = mounts.iter().filter(|mount| path.starts_with(&mount.at));
    // Of two at one place, the later one hides the earlier.
    let innermost = holding.max_by_key(|mount| mount.at.components().count());
    innermost.is_some_and(|mount| match mount.kind.strip_prefix("fuse.") {
        Some(kind) => FUSE.contains(&kind),
        None => TYPES.contains(&mount.kind.as_str()),
    })
}

/// What is mounted now; nothing on Windows, where paths say it.
pub(super) fn mounts() -> Vec<Mount> {
    if cfg!(target_os = "linux") {
        of_linux(&std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default())
    } else if cfg!(target_os = "macos") {
        let said = std::process::Command::new("/sbin/mount").output();
        of_macos(&said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned()).unwrap_or_default())
    } else {
        Vec::new()
    }
}

/// `36 35 0:52 / /mnt/fonds rw,noatime shared:1 - nfs4 serveur:/fonds rw`
pub(super) fn of_linux(mountinfo: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (left, right) = line.split_once(" - ")?;
        let at = PathBuf::from(unescaped(left.split(' ').nth(4)?));
        Some(Mount { at, kind: right.split(' ').next()?.to_owned() })
    };
    mountinfo.lines().filter_map(mount).collect()
}

/// `//awa@serveur/fonds on /Volumes/fonds (smbfs, nodev, nosuid, mounted by awa)`
pub(super) fn of_macos(said: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (left, right) = line.rsplit_once(" (")?;
        let at = PathBuf::from(left.split_once(" on ")?.1);
        Some(Mount { at, kind: right.split([',', ')']).next()?.to_owned() })
    };
    said.lines().filter_map(mount).collect()
}

/// The kernel writes a space as `\040`, in the bytes of the name.
fn unescaped(field: &str) -> String {
    let bytes = field.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let octal = field.get(at + 1..at + 4).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match octal {
            Some(byte) if bytes[at] == b'\\' => {
                plain.push(byte);
                at += 4;
            }
            _ => {
                plain.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}
