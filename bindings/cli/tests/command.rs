//! The command as its users meet it, where a case of `cmd` cannot say it: large inputs, pipes, memory, exact bytes.

#![allow(clippy::unwrap_used)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

fn qazaq(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qazaq"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = qazaq(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The command may stop reading early.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file with the content, in a folder that cargo gives to tests.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn rows(output: &Output) -> Vec<serde_json::Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn tokens_as_json_lines() {
    let output = run(&["tokens", "--format", "jsonl"], "ҚР 5\n".as_bytes());
    let wanted = "{\"text\":\"ҚР\",\"kind\":\"word\",\"start\":0,\"end\":4}\n{\"text\":\" \",\"kind\":\"space\",\"start\":4,\"end\":5}\n\
                  {\"text\":\"5\",\"kind\":\"number\",\"start\":5,\"end\":6}\n{\"text\":\"\\n\",\"kind\":\"space\",\"start\":6,\"end\":7}\n";
    assert_eq!(stdout(&output), wanted);
}

#[test]
fn hard_wrapped_sentences_as_json_lines() {
    let text = "Бұл сөйлем\nекі жолда. Келесі.\n\nСоңы".as_bytes();
    // The text of a row is as it is in the input.
    let wanted = "{\"text\":\"Бұл сөйлем\\nекі жолда.\",\"start\":0,\"end\":38}\n\
                  {\"text\":\"Келесі.\",\"start\":39,\"end\":52}\n{\"text\":\"Соңы\",\"start\":54,\"end\":62}\n";
    assert_eq!(stdout(&run(&["sentences", "--hard-wrapped", "--format", "jsonl"], text)), wanted);
}

#[test]
fn normalize_keeps_every_other_byte() {
    let text = "партияcы «Nur»\r\n\r\n соңы ".as_bytes();
    assert_eq!(stdout(&run(&["normalize"], text)), "партиясы «Nur»\r\n\r\n соңы ");
    assert_eq!(
        stdout(&run(&["normalize", "--quotes", "--no-lookalikes"], text)),
        "партияcы \"Nur\"\r\n\r\n соңы "
    );
}

#[test]
fn several_files_and_standard_input() {
    let first = file("first.txt", "ана\n".as_bytes());
    let output = run(&["words", "--format", "jsonl", first.to_str().unwrap(), "-"], "тіл".as_bytes());
    let rows = rows(&output);
    assert_eq!(rows[0]["file"].as_str(), first.to_str());
    assert_eq!((rows[1]["file"].as_str(), rows[1]["start"].as_u64()), (Some("-"), Some(0)));
}

#[test]
fn exit_status() {
    assert_eq!(run(&["tokens"], b"").status.code(), Some(1));
    assert_eq!(run(&["words"], b" ... ").status.code(), Some(1));
    assert_eq!(run(&["normalize"], b"").status.code(), Some(0));
    assert_eq!(run(&["nonsense"], b"").status.code(), Some(2));
    let missing = run(&["tokens", "/nonexistent/file", "-"], "ана".as_bytes());
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(stdout(&missing), "ана\n\n", "the other input is still read");
    assert!(stderr(&missing).starts_with("qazaq: /nonexistent/file: cannot open"), "{}", stderr(&missing));
    assert_eq!(stderr(&missing).lines().count(), 1, "{}", stderr(&missing));
    let directory = run(&["tokens", env!("CARGO_TARGET_TMPDIR")], b"");
    assert_eq!(directory.status.code(), Some(2));
}

#[test]
fn invalid_utf_8_is_told_with_its_place() {
    // Across the boundary of a read, so that the place is counted over chunks and no cut character is misjudged.
    let mut text = "қазақ тілі\n".repeat(40_000).into_bytes();
    let place = text.len();
    text.extend_from_slice(b"\xFFbad\n");
    let output = run(&["words"], &text);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains(&format!("invalid UTF-8 at byte {place}")), "{}", stderr(&output));
    assert_eq!(
        stdout(&output).lines().filter(|line| !line.is_empty()).count(),
        80_000,
        "what came before is there"
    );
    let lossy = run(&["words", "--lossy"], &text);
    assert_eq!(lossy.status.code(), Some(0));
    assert!(stdout(&lossy).ends_with("bad\n\n"));
    assert_eq!(stdout(&run(&["slug", "--lossy"], "Қала \n".as_bytes())), "qala\n");
    assert_eq!(run(&["slug", "--lossy"], b"\xFF").status.code(), Some(0));
}

#[test]
fn offsets_run_through_chunks() {
    let text = "Өнім 12,5%-ға өсті, т.б.\r\nКелесі жол.\n".repeat(20_000);
    let path = file("large.txt", text.as_bytes());
    let output = run(&["tokens", "--format", "jsonl", path.to_str().unwrap()], b"");
    let mut at = 0;
    for row in rows(&output) {
        let span = row["start"].as_u64().unwrap() as usize..row["end"].as_u64().unwrap() as usize;
        assert_eq!(span.start, at);
        assert_eq!(&text[span.clone()], row["text"].as_str().unwrap());
        at = span.end;
    }
    assert_eq!(at, text.len());
}

#[test]
fn a_line_longer_than_the_bound_loses_nothing() {
    let text = "сөз ".repeat(3_000_000);
    let output = run(&["words"], text.as_bytes());
    let (words, end) = stdout(&output).split_at("сөз\n".len() * 3_000_000);
    assert!(words.lines().all(|word| word == "сөз"));
    assert_eq!(end, "\n", "one empty line after the one line of the input");
    let no_space = "қ".repeat(10_000_000);
    let output = run(&["normalize"], no_space.as_bytes());
    assert_eq!(stdout(&output), no_space);
}

#[test]
fn a_closed_pipe_is_success() {
    let mut child = qazaq(&["tokens"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let writer = std::thread::spawn(move || {
        let text = "қазақ тілі\n".repeat(10_000);
        for _ in 0..100 {
            if stdin.write_all(text.as_bytes()).is_err() {
                break;
            }
        }
    });
    stdout.read_exact(&mut [0; 100]).unwrap();
    drop(stdout);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    writer.join().unwrap();
}

#[test]
fn each_line_comes_as_it_is_typed() {
    let mut child = qazaq(&["words"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdin.write_all("ана\n".as_bytes()).unwrap();
    let mut first = [0; 7];
    stdout.read_exact(&mut first).unwrap();
    assert_eq!(&first, "ана\n".as_bytes());
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_constant() {
    let lines = "Мектеп бақшасында алма ағашы гүлдеді.\n".repeat(15_000);
    let peak = peak_of(&["normalize"], lines.as_bytes(), 200 << 20);
    assert!(peak < 16 << 10, "{peak} KB");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_for_a_long_line_is_bounded() {
    let no_line_break = "Мектеп бақшасында алма ағашы гүлдеді ".repeat(15_000);
    let peak = peak_of(&["normalize"], no_line_break.as_bytes(), 64 << 20);
    assert!(peak < 64 << 10, "{peak} KB");
}

/// The most memory that the command held, in kilobytes, while it was given the text again and again, some `bytes` in all.
#[cfg(target_os = "linux")]
fn peak_of(arguments: &[&str], text: &[u8], bytes: usize) -> usize {
    let mut child = qazaq(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()).unwrap());
    let times = bytes.div_ceil(text.len());
    for _ in 0..times {
        stdin.write_all(text).unwrap();
    }
    // Before the end, when the process is still there to be asked.
    let peak = peak_kilobytes(&child);
    drop(stdin);
    assert!(child.wait().unwrap().success());
    assert_eq!(reader.join().unwrap(), (text.len() * times) as u64);
    peak
}

#[cfg(target_os = "linux")]
fn peak_kilobytes(child: &Child) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn help_has_headings_in_order() {
    let help = run(&["help", "normalize"], b"");
    let place = |part: &str| stdout(&help).find(part).unwrap_or_else(|| panic!("{part} is not in the help"));
    let parts = [
        "[FILE]...\n",
        "--format",
        "--lossy",
        "To mend more:",
        "--legacy-font",
        "To mend less:",
        "Examples:",
    ];
    assert!(parts.map(place).is_sorted(), "{}", stdout(&help));
}

#[test]
fn completions_and_manual() {
    assert!(stdout(&run(&["completions", "bash"], b"")).contains("_qazaq()"));
    assert!(stdout(&run(&["man"], b"")).contains(".SH SYNOPSIS"));
    // The folder is made where there is none.
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("man").join(std::process::id().to_string());
    assert!(run(&["man", "--dir", folder.to_str().unwrap()], b"").status.success());
    assert!(folder.join("qazaq-tokens.1").exists());
    std::fs::remove_dir_all(folder).unwrap();
}

/// A folder of its own with some files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    for (name, content) in files {
        let file = path.join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }
    path
}

#[test]
fn trees_are_converted_in_place() {
    let files: &[(&str, &[u8])] = &[
        ("бас.txt", "Қазақ тілі\n".as_bytes()),
        ("ішкі/бет.html", "<p>Қазақ</p>\n".as_bytes()),
        ("сурет.bin", b"\0\xd2\x9b"),
        ("плайн.txt", b"plain\n"),
        (".gitignore", b"skipped.txt\n"),
        ("skipped.txt", "қазақ\n".as_bytes()),
    ];
    let tree = folder("tree", files);
    let path = tree.to_str().unwrap();
    let read = |name: &str| std::fs::read(tree.join(name)).unwrap();

    let shown = run(&["translit", "--html", "--diff", path], b"");
    assert_eq!(shown.status.code(), Some(0), "{}", stderr(&shown));
    assert!(
        stdout(&shown).contains("-Қазақ тілі\n+Qazaq tılı\n") && stdout(&shown).contains("+<p>Qazaq</p>\n")
    );
    assert!(files.iter().all(|(name, content)| read(name) == *content), "--diff writes nothing");

    assert_eq!(run(&["translit", "--html", "-w", path], b"").status.code(), Some(0));
    assert_eq!(read("бас.txt"), "Qazaq tılı\n".as_bytes());
    assert_eq!(read("ішкі/бет.html"), b"<p>Qazaq</p>\n");
    for (name, content) in &files[2..] {
        assert_eq!(read(name), *content, "{name}");
    }
    // Nothing is left to do.
    assert_eq!(run(&["translit", "--html", "-w", path], b"").status.code(), Some(1));
    assert_eq!(run(&["translit", "-w"], b"").status.code(), Some(2));
}

#[test]
fn exceptions_and_options_are_checked() {
    let list = file("names.txt", "Нұр-Сұлтан=Nur-Sultan\n".as_bytes());
    let done = run(&["translit", "--exceptions", list.to_str().unwrap()], "Нұр-Сұлтанда\n".as_bytes());
    assert_eq!(stdout(&done), "Nur-Sultanda\n");
    let list = file("bad-names.txt", "Нұр-Сұлтан\n".as_bytes());
    let done = run(&["translit", "--exceptions", list.to_str().unwrap()], b"");
    assert_eq!(done.status.code(), Some(2));
    assert!(stderr(&done).contains("line 1"), "{}", stderr(&done));
    let done = run(&["translit", "--option", "loud"], b"");
    assert!(stderr(&done).contains("known are short, strict"), "{}", stderr(&done));
    let done = run(&["translit", "--to", "latin-2017", "--sign", "'"], "Әке\n".as_bytes());
    assert_eq!(stdout(&done), "A'ke\n");
}

#[test]
fn detection_names_each_file() {
    let latin = file("latin.txt", "Qazaqstan Respýblıkasynyń úkimeti\n".as_bytes());
    let cyrillic = file("cyrillic.txt", "Қазақстан үкіметі\n".as_bytes());
    let done =
        run(&["detect", "--format", "jsonl", latin.to_str().unwrap(), cyrillic.to_str().unwrap()], b"");
    let rows = rows(&done);
    assert_eq!((&rows[0]["scheme"], &rows[1]["scheme"]), (&"latin-2018".into(), &serde_json::Value::Null));
    assert_eq!(run(&["detect"], b"The quick brown fox jumps over the dog\n").status.code(), Some(1));
}
