//! Lists the articles of data/sample, so that the sample library can be made anywhere, offline.

use std::{env, fs, path::Path};

fn main() {
    let folder =
        Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../data/sample");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("data/sample is part of the project")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".txt") || name.ends_with(".html"))
        .collect();
    names.sort();
    let lines: Vec<String> = names
        .iter()
        .map(|name| {
            let path = folder.join(name).canonicalize().expect("it was just listed");
            format!("    ({name:?}, include_bytes!({:?})),\n", path.display().to_string())
        })
        .collect();
    let code = format!("pub(crate) const ARTICLES: &[(&str, &[u8])] = &[\n{}];\n", lines.concat());
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("sample.rs");
    fs::write(out, code).expect("cargo's own folder can be written");
}
