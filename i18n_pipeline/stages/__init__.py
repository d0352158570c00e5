"""Steps of the way from article to article: one function each, ports passed in."""
