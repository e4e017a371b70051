//! When to make a backup, and which ones to let go. Pure: from what there is and what the clock says.
//!
//! A clock may have stood in 1970 or in 2099 when a backup was made, or may stand there now. So the order is that of
//! the sequence; and backups whose time cannot be true are thinned among themselves, never against the others.

use jiff::civil::{Date, date};
use jiff::{Timestamp, Zoned};
use std::collections::HashSet;

use super::Backup;

const NEWEST: usize = 10;
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// Of copies larger than this, [`LARGE_KEPT`] are kept.
const LARGE: u64 = 500 * 1000 * 1000;
const LARGE_KEPT: usize = 3;

/// All copies together take at most this part of what is free.
const SHARE: u64 = 10;

/// No backup was made before this program was written.
const FIRST_DAY: Date = date(2026, 1, 1);

/// Whether the first use of a day should make one: something was decided since the newest, and there is none of today.
/// A backup "from the future" does not count; at worst there is one too many.
pub fn due(backups: &[Backup], now: &Zoned, last_act: Option<Timestamp>) -> bool {
    let sound = || backups.iter().filter(|b| b.verified && b.made <= now.timestamp());
    let newest = sound().max_by_key(|b| b.sequence);
    let today = sound().any(|b| day(b, now) == now.date());
    last_act.is_some_and(|act| !today && newest.is_none_or(|b| act > b.made))
}

/// The backups to let go, so that the 10 newest stay, then one for each of 7 days, 4 weeks and 12 months; at most 3
/// large ones; all together no more than a tenth of the free disk. The newest verified one always stays.
pub fn thin(backups: &[Backup], now: &Zoned, free_bytes: u64) -> Vec<Backup> {
    let mut newest_first: Vec<&Backup> = backups.iter().collect();
    newest_first.sort_by_key(|b| std::cmp::Reverse((b.sequence, b.made)));
    let best = newest_first.iter().copied().find(|b| b.verified);
    let mut wanted: Vec<&Backup> = best.into_iter().collect();
    for clock in [Clock::Sound, Clock::Before, Clock::Ahead] {
        let of_clock = newest_first.iter().copied().filter(|b| Clock::of(b, now) == clock);
        let useful: Vec<&Backup> = of_clock.filter(|b| worth(b, best)).collect();
        wanted.extend(by_age(&useful, now).into_iter().filter(|b| Some(*b) != best));
    }
    let kept = within_limits(&wanted, best, free_bytes);
    newest_first.into_iter().filter(|b| !kept.contains(b)).cloned().collect()
}

/// How the time of a backup stands to what can be true.
#[derive(PartialEq)]
enum Clock {
    Sound,
    Before,
    Ahead,
}

impl Clock {
    fn of(backup: &Backup, now: &Zoned) -> Self {
        match backup.made {
            made if made > now.timestamp() => Self::Ahead,
            _ if day(backup, now) < FIRST_DAY => Self::Before,
            _ => Self::Sound,
        }
    }
}

/// A copy whose length has changed is worth something only while there is no sound one after it.
fn worth(backup: &Backup, best: Option<&Backup>) -> bool {
    backup.verified || best.is_none_or(|best| best.sequence < backup.sequence)
}

/// The newest ones, and the newest of each day, week and month, counting only those in which there was one: a long
/// pause, or a clock far ahead, lets nothing expire.
fn by_age<'a>(newest_first: &[&'a Backup], now: &Zoned) -> Vec<&'a Backup> {
    let (mut days, mut weeks, mut months) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut kept = Vec::new();
    for (place, &backup) in newest_first.iter().enumerate() {
        let day = day(backup, now);
        let week = day.iso_week_date();
        let of_day = days.len() < DAYS && days.insert(day);
        let of_week = weeks.len() < WEEKS && weeks.insert((week.year(), week.week()));
        let of_month = months.len() < MONTHS && months.insert((day.year(), day.month()));
        if place < NEWEST || of_day || of_week || of_month {
            kept.push(backup);
        }
    }
    kept
}

/// In the order in which they matter; what does not fit goes, what is smaller may still fit.
fn within_limits<'a>(wanted: &[&'a Backup], best: Option<&Backup>, free_bytes: u64) -> Vec<&'a Backup> {
    let (mut bytes, mut large) = (0_u64, 0);
    let mut kept = Vec::new();
    for &backup in wanted {
        let is_large = backup.bytes > LARGE;
        let fits = bytes.saturating_add(backup.bytes) <= free_bytes / SHARE;
        if Some(backup) == best || (fits && !(is_large && large == LARGE_KEPT)) {
            bytes = bytes.saturating_add(backup.bytes);
            large += usize::from(is_large);
            kept.push(backup);
        }
    }
    kept
}

fn day(backup: &Backup, now: &Zoned) -> Date {
    backup.made.to_zoned(now.time_zone().clone()).date()
}
