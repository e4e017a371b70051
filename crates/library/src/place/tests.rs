//! Paths of three systems, as text; marks and conflicted copies on a real disk.

use super::*;
use std::fs;

#[test]
fn folders_of_synchronising_programs_are_known_by_name() {
    for (path, expected) in [
        ("/home/awa/Dropbox/Sahel", Some("Dropbox")),
        ("/home/awa/Nextcloud/corpus", Some("Nextcloud")),
        ("/home/awa/Nextcloud2", Some("Nextcloud")),
        ("/home/awa/ownCloud/corpus", Some("ownCloud")),
        ("/home/awa/OneDrive", Some("OneDrive")),
        (r"C:\Users\Awa\OneDrive - Institut du Sahel\Documents", Some("OneDrive")),
        (r"\\?\C:\Users\Awa\OneDrive\Bureau", Some("OneDrive")),
        (r"C:\Users\Awa\Dropbox (Équipe)\corpus", Some("Dropbox")),
        (r"C:\Users\Awa\iCloudDrive\corpus", Some("iCloud Drive")),
        (r"G:\Mon Drive\corpus", Some("Google Drive")),
        (r"G:\My Drive", Some("Google Drive")),
        ("/Users/awa/Library/CloudStorage/GoogleDrive-awa@exemple.org/Mon Drive", Some("Google Drive")),
        ("/Users/awa/Library/CloudStorage/OneDrive-Institut/corpus", Some("OneDrive")),
        ("/Users/awa/Library/CloudStorage/Dropbox/corpus", Some("Dropbox")),
        ("/Users/awa/Google Drive/corpus", Some("Google Drive")),
        ("/Users/awa/Library/Mobile Documents/com~apple~CloudDocs/corpus", Some("iCloud Drive")),
        ("/Users/awa/Library/Mobile Documents/iCloud~org~exemple/Documents", Some("iCloud Drive")),
        ("/home/awa/Documents/Sahel", None),
        ("/home/awa/Mon Drive/Sahel", None),
        ("/home/awa/dropboxes", None),
        ("/home/awa/Onedrivers", None),
        (r"D:\Projets\Nextclouds", None),
        (r"C:\Users\Awa\Mobile Documents", None),
    ] {
        assert_eq!(synced::by_form(path), expected, "{path}");
    }
}

#[test]
fn folders_that_a_program_names_itself() {
    let named = r"D:\Travail\Nuage";
    let roots = synced::roots(&|name| (name == "OneDriveCommercial").then(|| named.to_owned()));
    assert_eq!(synced::below(r"d:\travail\nuage\corpus", &roots), Some("OneDrive"));
    assert_eq!(synced::below(r"D:\Travail\Nuages", &roots), None);
    assert_eq!(synced::below(r"D:\Travail", &roots), None);
    assert_eq!(synced::roots(&|_| Some(String::new())), vec![], "set, and empty");

    let home = tempfile::tempdir().expect("a home");
    fs::create_dir(home.path().join(".dropbox")).expect("a folder");
    let json = r#"{"personal": {"path": "/home/awa/Boîte", "host": 1}, "business": {"path": "/srv/equipe"}}"#;
    fs::write(home.path().join(".dropbox/info.json"), json).expect("a file");
    let roots = synced::roots(&|name| (name == "HOME").then(|| home.path().display().to_string()));
    assert_eq!(synced::below("/srv/equipe/corpus", &roots), Some("Dropbox"));
    assert_eq!(synced::below("/home/awa/Boîte", &roots), Some("Dropbox"));
    assert_eq!(synced::dropbox_folders("{"), Vec::<String>::new());
}

#[test]
fn marks_above_a_library_tell_whose_folder_it_is() {
    for (mark, folder, expected) in [
        (".dropbox", false, Some("Dropbox")),
        (".dropbox", true, None), // The settings in a home.
        (".dropbox.cache", true, Some("Dropbox")),
        (".sync_0a1b2c3d4e5f.db", false, Some("Nextcloud")),
        ("._sync_0a1b2c3d.db", false, Some("Nextcloud")),
        (".nextcloudsync.log", false, Some("Nextcloud")),
        (".owncloudsync.log", false, Some("ownCloud")),
        (".stfolder", true, Some("Syncthing")),
        (".tmp.driveupload", true, Some("Google Drive")),
        ("sync.db", false, None),
    ] {
        let disk = tempfile::tempdir().expect("a folder");
        let below = disk.path().join("corpus/2026");
        fs::create_dir_all(&below).expect("folders");
        let at = disk.path().join(mark);
        if folder { fs::create_dir(at) } else { fs::write(at, "") }.expect("a mark");
        let expected = expected.map_or(Kind::Local, Kind::Synced);
        assert_eq!(place(&below.join("Sahel.balise")).kind, expected, "{mark}");
    }
}

#[test]
fn shares_of_windows_are_known_by_form() {
    for (path, expected) in [
        (r"\\serveur\fonds\Sahel", true),
        (r"\\?\UNC\serveur\fonds", true),
        (r"\\wsl.localhost\Debian\home", true),
        (r"\\?\C:\Users\Awa", false),
        (r"\\.\C:\Users", false),
        (r"C:\Users\Awa", false),
        ("/home/awa", false),
    ] {
        assert_eq!(network::by_form(Path::new(path)), expected, "{path}");
    }
}

#[test]
fn the_innermost_mount_decides() {
    let mounts = network::of_linux(
        "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n\
         40 22 0:52 / /mnt/fonds\\040commun rw shared:7 master:3 - nfs4 serveur:/fonds rw,vers=4.2\n\
         41 40 8:17 / /mnt/fonds\\040commun/clef rw - vfat /dev/sdb1 rw\n\
         42 22 0:53 / /home/awa/loin rw - fuse.sshfs awa@serveur: rw\n\
         43 22 0:54 / /home/awa/coffre rw - fuse.gocryptfs /home/awa/c rw\n\
         44 22 0:55 / /media/ntfs rw - fuseblk /dev/sdc1 rw\n\
         45 22 0:56 / /mnt/auto rw - autofs systemd-1 rw\n\
         46 45 0:57 / /mnt/auto rw - cifs //serveur/x rw\n\
         broken line\n",
    );
    for (path, expected) in [
        ("/home/awa/Sahel", false),
        ("/mnt/fonds commun/Sahel", true),
        ("/mnt/fonds communs", false),
        ("/mnt/fonds commun/clef/Sahel", false),
        ("/home/awa/loin/corpus", true),
        ("/home/awa/coffre", false),
        ("/media/ntfs", false),
        ("/mnt/auto/corpus", true),
    ] {
        assert_eq!(network::by_mount(Path::new(path), &mounts), expected, "{path}");
    }
    let mounts = network::of_macos(
        "/dev/disk3s1 on / (apfs, sealed, local, read-only)\n\
         //awa@serveur/fonds on /Volumes/Fonds (2026) (smbfs, nodev, nosuid, mounted by awa)\n\
         /dev/disk4s1 on /Volumes/CLEF (msdos, local, nodev)\n",
    );
    assert!(network::by_mount(Path::new("/Volumes/Fonds (2026)/corpus"), &mounts));
    assert!(!network::by_mount(Path::new("/Volumes/CLEF"), &mounts));
    assert!(!network::by_mount(Path::new("/Users/awa"), &mounts));
}

#[test]
#[cfg(target_os = "linux")]
fn this_machine_says_what_is_mounted() {
    // Every Linux has these two, and neither is a network.
    let mounts = network::mounts();
    assert!(mounts.len() > 1);
    assert!(!network::by_mount(Path::new("/proc/self"), &mounts));
}

#[test]
fn conflicted_copies_are_told_from_copies_of_people() {
    let onedrive = Kind::Synced("OneDrive");
    for (name, expected) in [
        ("Sahel (conflicted copy 2026-01-02).balise", true),
        ("Sahel (Awa's conflicted copy 2026-01-02).balise", true),
        ("Sahel (Copie en conflit de PC-de-Moussa 2026-01-02).balise", true),
        ("Sahel (copie conflictuelle de Awa).BALISE", true),
        ("Sahel (conflicted copy 2026-01-02 101112).balise", true),
        ("Sahel_conflict-20260102-101112.balise", true),
        ("Sahel.sync-conflict-20260102-101112-ABCDEFG.balise", true),
        ("Sahel-PC-de-Moussa.balise", true),
        ("Sahel-DESKTOP-4F7K2L1.balise", true),
        ("Sahel-DESKTOP-4F7K2L1-2.balise", true),
        ("Sahel-AWA-PC.balise", true),
        ("Sahel-bourem.balise", true), // This machine.
        ("Sahel (1).balise", true),
        ("Sahel.balise", false),
        ("Sahel (copie du 12 nov. 2026).balise", false),
        ("Sahel (2025).balise", false),
        ("Sahel 2.balise", false),
        ("Sahel-final.balise", false),
        ("Sahel-PC-de-Moussa.docx", false),
        ("Sahel (1).balise.json", false),
        ("Niger (1).balise", false),
        ("Sahel conflits au Mali.balise", false),
    ] {
        assert_eq!(conflicts::is_conflict("Sahel", name, onedrive, "Bourem"), expected, "{name}");
    }
    let icloud = Kind::Synced("iCloud Drive");
    assert!(conflicts::is_conflict("Sahel", "Sahel 2.balise", icloud, ""));
    assert!(!conflicts::is_conflict("Sahel", "Sahel 2026.balise", icloud, ""));
}

#[test]
fn a_place_is_described_before_and_after_there_is_a_library() {
    let disk = tempfile::tempdir().expect("a folder");
    let library = disk.path().join("Dropbox/Sahel.balise");
    fs::create_dir(disk.path().join("Dropbox")).expect("a folder");
    let conflict = disk.path().join("Dropbox/Sahel (copie en conflit 2026-01-02).balise");
    fs::write(&conflict, "").expect("a file");
    let found = place(&library);
    assert_eq!((found.kind, found.conflicts), (Kind::Synced("Dropbox"), vec![conflict]));
    assert!(found.free_bytes.is_some_and(|free| free > 0));
    assert_eq!(place(&disk.path().join("nowhere/Sahel.balise")).free_bytes, None);
}
