//! What the page may ask of a library as a file.
