//! One HTTP/1.1 request on one connection: all that the driver on this machine asks for.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// What went wrong: the driver's error code ("no such element") or "transport", and its message.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: String,
    pub(crate) message: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self { error: "transport".to_owned(), message: error.to_string() }
    }
}

/// Sends a command and gives back the `value` of the answer.
pub(crate) fn request(
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
    timeout: Duration,
) -> Result<Value, Failure> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(timeout))?;
    stream.set_write_timeout(Some(timeout))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;

    let (status, answer) = response(BufReader::new(stream))?;
    let mut answer: Value = serde_json::from_slice(&answer)
        .map_err(|error| Failure { error: "transport".to_owned(), message: format!("not JSON: {error}") })?;
    let value = answer["value"].take();
    if status == 200 {
        return Ok(value);
    }
    let said = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    Err(Failure { error: said("error"), message: said("message") })
}

/// Status and body. The driver always gives a Content-Length; without one the body ends with the connection.
fn response(mut reader: impl BufRead) -> Result<(u16, Vec<u8>), Failure> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or_else(|| Failure {
        error: "transport".to_owned(),
        message: format!("no HTTP status in {line:?}"),
    })?;
    let mut length = None;
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let mut body = Vec::new();
    match length {
        Some(length) => {
            body.resize(length, 0);
            reader.read_exact(&mut body)?;
        }
        None => drop(reader.read_to_end(&mut body)?),
    }
    Ok((status, body))
}

#[cfg(test)]
mod tests {
    use super::response;

    #[test]
    fn a_body_is_as_long_as_it_says() {
        let (status, body) = response(&b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}junk"[..]).unwrap();
        assert_eq!((status, body.as_slice()), (200, &b"{}"[..]));
    }

    #[test]
    fn a_body_without_a_length_ends_with_the_connection() {
        let (status, body) =
            response(&b"HTTP/1.1 404 Not Found\r\nServer: x\r\n\r\n{\"value\":1}"[..]).unwrap();
        assert_eq!((status, body.as_slice()), (404, &b"{\"value\":1}"[..]));
    }

    #[test]
    fn what_is_no_answer_is_said_to_be_none() {
        assert!(response(&b""[..]).unwrap_err().to_string().contains("no HTTP status"));
    }
}
