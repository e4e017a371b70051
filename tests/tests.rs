//! The built program, used as a person or a script uses it.

mod cli;
