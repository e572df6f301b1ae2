"""An analysed text in a notebook: `qazaq.tag(text)` as the last line of a cell shows words over their lemmas."""

import qazaq

analysis = qazaq.tag("Үйдің алды таза. Балалар мектепке барды.")
html = analysis._repr_html_()
assert html.count("<ruby ") == 8 and "мектеп NOUN" in html
print(html)
