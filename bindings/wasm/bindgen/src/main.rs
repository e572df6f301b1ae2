//! `qazaq-bindgen MODULE.wasm (web|no-modules) NAME DIRECTORY`: JavaScript and types for a compiled module.

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, target, name, directory] = arguments.as_slice() else {
        return Err("usage: qazaq-bindgen MODULE.wasm (web|no-modules) NAME DIRECTORY".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true).omit_default_module_path(false);
    match target.as_str() {
        "web" => bindgen.web(true)?,
        "no-modules" => bindgen.no_modules(true)?,
        other => return Err(format!("no such target: {other}").into()),
    };
    bindgen.generate(directory)?;
    Ok(())
}
