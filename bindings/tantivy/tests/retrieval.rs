//! How much of what answers a query is found, beside tantivy's own tokenizer, over the paragraphs of the samples.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use qazaq_tantivy::analyzer;
use std::collections::BTreeSet;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, Query, QueryParser, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, TantivyDocument, Term, doc};

const SAMPLES: [(&str, &str); 4] = [
    ("news", include_str!("../../../data/samples/news.txt")),
    ("law", include_str!("../../../data/samples/law.txt")),
    ("encyclopedia", include_str!("../../../data/samples/encyclopedia.txt")),
    ("dialogue", include_str!("../../../data/samples/dialogue.txt")),
];

struct Search {
    index: Index,
    name: Field,
    text: Field,
    tokenizer: &'static str,
}

impl Search {
    fn new(tokenizer: &'static str) -> Search {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let name = schema.add_text_field("name", STRING | STORED);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("kazakh", TextAnalyzer::builder(analyzer()).build());
        let mut writer = index.writer(20_000_000).unwrap();
        for (sample, content) in SAMPLES {
            for (number, line) in content.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
                writer.add_document(doc!(name => format!("{sample}:{}", number + 1), text => line)).unwrap();
            }
        }
        writer.commit().unwrap();
        Search { index, name, text, tokenizer }
    }

    /// The paragraphs with all words of a query.
    fn find(&self, query: &str) -> BTreeSet<String> {
        let mut tokenizer = self.index.tokenizers().get(self.tokenizer).unwrap();
        let mut stream = tokenizer.token_stream(query);
        let mut words: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        while stream.advance() {
            let term = Term::from_field_text(self.text, &stream.token().text);
            words.push((Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::Basic))));
        }
        let searcher = self.index.reader().unwrap().searcher();
        let found = searcher.search(&BooleanQuery::new(words), &DocSetCollector).unwrap();
        let name = |address| {
            let document: TantivyDocument = searcher.doc(address).unwrap();
            document.get_first(self.name).and_then(|value| value.as_str().map(str::to_owned)).unwrap()
        };
        found.into_iter().map(name).collect()
    }
}

#[test]
fn what_was_found_is_marked() {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("kazakh")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing) | STORED);
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("kazakh", TextAnalyzer::builder(analyzer()).build());
    let mut writer = index.writer(20_000_000).unwrap();
    let line = "😀 Кітаптарымызды қaлаға әкелдік, үлесі елу пайызға өсті.";
    writer.add_document(doc!(text => line)).unwrap();
    writer.commit().unwrap();
    let searcher = index.reader().unwrap().searcher();
    for (query, marked) in
        [("kıtap", "<b>Кітаптарымызды</b>"), ("қалада", "<b>қaлаға</b>"), ("\"50%\"", "<b>елу пайызға</b>")]
    {
        let parsed = QueryParser::for_index(&index, vec![text]).parse_query(query).unwrap();
        let found = searcher.search(&parsed, &DocSetCollector).unwrap();
        assert_eq!(found.len(), 1, "{query}");
        let snippets = SnippetGenerator::create(&searcher, &*parsed, text).unwrap();
        let shown = snippets.snippet(line).to_html();
        assert!(shown.contains(marked), "{query}: {shown}");
    }
}

#[test]
fn recall_beside_the_default_tokenizer() {
    let (kazakh, default) = (Search::new("kazakh"), Search::new("default"));
    let rows: Vec<Vec<&str>> = include_str!("judgements.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let kinds = ["as in a dictionary", "inflected", "Latin"];
    let mut unlike = Vec::new();
    println!(
        "{:20} {:>18} {:>18}   recall / precision, mean over {} queries",
        "",
        "qazaq",
        "default",
        rows.len()
    );
    for (column, kind) in kinds.iter().enumerate() {
        let mut means = [0.0f64; 4];
        for row in &rows {
            let wanted: BTreeSet<String> = row[3].split(' ').map(str::to_owned).collect();
            for (place, search) in [&kazakh, &default].into_iter().enumerate() {
                let found = search.find(row[column]);
                let right = found.intersection(&wanted).count() as f64;
                means[2 * place] += right / wanted.len() as f64;
                means[2 * place + 1] += if found.is_empty() { 1.0 } else { right / found.len() as f64 };
                if place == 0 && found != kazakh.find(row[0]) {
                    unlike.push(format!("{}: {found:?}, {}: {:?}", row[column], row[0], kazakh.find(row[0])));
                }
            }
        }
        let [a, b, c, d] = means.map(|sum| 100.0 * sum / rows.len() as f64);
        println!("{kind:20} {a:8.1} / {b:5.1} % {c:8.1} / {d:5.1} %");
        assert!(a > 97.0, "recall of queries {kind}: {a:.1} %");
        assert!(b > 90.0, "precision of queries {kind}: {b:.1} %");
    }
    assert!(unlike.is_empty(), "one thing asked in two ways finds different paragraphs: {unlike:#?}");
}
