//! Indexes the samples line by line, searches them in both scripts and inflected, shows where it was found.
//!
//! `cargo run --example search` or with a query of your own behind `--`.

use qazaq_tantivy::analyzer;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, TantivyDocument, doc};

fn main() -> tantivy::Result<()> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("kazakh")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing) | STORED);
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("kazakh", TextAnalyzer::builder(analyzer()).build());
    let mut writer = index.writer(20_000_000)?;
    for sample in [
        include_str!("../../../data/samples/news.txt"),
        include_str!("../../../data/samples/encyclopedia.txt"),
        include_str!("../../../data/samples/law.txt"),
    ] {
        for line in sample.lines().filter(|line| !line.is_empty()) {
            writer.add_document(doc!(text => line))?;
        }
    }
    writer.commit()?;
    let searcher = index.reader()?.searcher();
    let own: Vec<String> = std::env::args().skip(1).collect();
    let queries = if own.is_empty() {
        ["облыстардың", "oblystar", "оқушылар", "\"бағдарлама\""].map(String::from).to_vec()
    } else {
        own
    };
    for query in queries {
        let parsed = QueryParser::for_index(&index, vec![text]).parse_query(&query)?;
        let found = searcher.search(&parsed, &TopDocs::with_limit(3).order_by_score())?;
        println!("{query}: {} found", found.len());
        let mut snippets = SnippetGenerator::create(&searcher, &*parsed, text)?;
        snippets.set_max_num_chars(80);
        for (_, address) in found {
            let document: TantivyDocument = searcher.doc(address)?;
            let line = document.get_first(text).and_then(|value| value.as_str()).unwrap_or("");
            println!("  {}", snippets.snippet(line).to_html());
        }
    }
    Ok(())
}
