//! Which page belongs to which tree, as far as the pages that lead to others still say so.

use std::collections::HashSet;

use super::Salvaged;
use super::cells::{self, Kind};
use super::pages::Pages;
use super::schema::Schema;

pub(super) struct Forest {
    /// By page; page 0 is nobody's.
    kinds: Vec<Option<Kind>>,
    /// (page, where it leads), each as the page says.
    leads: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Owner {
    /// The tree that begins at this page, which the schema names.
    Root(u32),
    /// No tree of the schema; this is the topmost page that still leads to it.
    Stray(u32),
}

impl Forest {
    pub(super) fn scan(pages: &mut Pages, report: &mut Salvaged) -> Self {
        let free: HashSet<u32> = pages.free().into_iter().collect();
        let mut forest = Self { kinds: vec![None; pages.count as usize + 1], leads: Vec::new() };
        for n in (1..=pages.count).filter(|n| !free.contains(n)) {
            match cells::branch(pages, n) {
                Some((kind, children)) => {
                    forest.kinds[n as usize] = Some(kind);
                    forest.leads.extend(children.into_iter().map(|child| (n, child)));
                }
                None if pages.read(n).is_none() => {
                    report.error(Some(n), format!("page {n}: the disk does not give it"));
                }
                None => {} // Overflow of a long row, or damage: whoever leads to it will tell.
            }
        }
        forest
    }

    pub(super) fn is_tree(&self, page: u32) -> bool {
        self.kind(page).is_some()
    }

    pub(super) fn kind(&self, page: u32) -> Option<Kind> {
        self.kinds.get(page as usize).copied().flatten()
    }

    /// Leaves, and the inner pages of trees whose inner pages have rows too.
    pub(super) fn nodes_with_rows(&self) -> impl Iterator<Item = u32> {
        (1..self.kinds.len() as u32).filter(|n| self.kind(*n).is_some_and(|kind| kind != Kind::TableInner))
    }

    /// By page. A page to which two lead belongs to neither for sure: one of them is damaged.
    pub(super) fn owners(&self, roots: &HashSet<u32>) -> Vec<Owner> {
        let mut above: Vec<Option<u32>> = vec![None; self.kinds.len()];
        let mut disputed = HashSet::new();
        for (parent, child) in &self.leads {
            let sound =
                self.kind(*child).is_some_and(|kind| Some(family(kind)) == self.kind(*parent).map(family));
            if sound && above[*child as usize].replace(*parent).is_some() {
                disputed.insert(*child);
            }
        }
        let top = |page: u32| {
            let mut at = page;
            // No tree of SQLite is deeper than this; a circle is.
            for _ in 0..40 {
                match above[at as usize] {
                    _ if roots.contains(&at) => return Owner::Root(at),
                    Some(parent) if !disputed.contains(&at) => at = parent,
                    _ => return Owner::Stray(at),
                }
            }
            Owner::Stray(page)
        };
        (0..self.kinds.len() as u32).map(top).collect()
    }

    /// Pages to which a tree leads, and which are none.
    pub(super) fn note_unreadable(&self, owners: &[Owner], schema: &Schema, report: &mut Salvaged) {
        for root in schema.roots.iter().filter(|root| !self.is_tree(**root)) {
            report.error(Some(*root), format!("page {root}: the beginning of {}", schema.name_at(*root)));
        }
        for (parent, child) in self.leads.iter().filter(|(_, child)| !self.is_tree(*child)) {
            let of = match owners[*parent as usize] {
                Owner::Root(root) => schema.name_at(root),
                Owner::Stray(_) => "a table that is not known".to_owned(),
            };
            report.error(Some(*child), format!("page {child}: a part of {of}"));
        }
    }

    /// Trees of the schema that do not begin where they should, or that lead to what is not theirs.
    pub(super) fn with_gaps(&self, owners: &[Owner], roots: &HashSet<u32>) -> HashSet<u32> {
        let gone = roots.iter().copied().filter(|root| !self.is_tree(*root));
        let led = self.leads.iter().filter_map(|(parent, child)| match owners[*parent as usize] {
            Owner::Root(root) if owners.get(*child as usize) != Some(&Owner::Root(root)) => Some(root),
            _ => None,
        });
        gone.chain(led).collect()
    }
}

fn family(kind: Kind) -> bool {
    matches!(kind, Kind::TableInner | Kind::TableLeaf)
}
