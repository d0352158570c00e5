"""Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama-server, Mistral, OpenAI itself."""

from i18n_pipeline.backends.openai.backend import OpenAIBackend, from_table
from i18n_pipeline.backends.openai.settings import OpenAISettings

__all__ = ["OpenAIBackend", "OpenAISettings", "from_table"]
