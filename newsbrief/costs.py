"""What an answer costs: the published prices that `genai-prices` holds, in US dollars."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from newsbrief.ledger import Usage

OPENAI = "https://api.openai.com/v1"


def price(usage: Usage, model: str, base_url: str | None) -> float | None:
    """The price of one answer of ``model`` at ``base_url`` (None: OpenAI's own).

    None where no price is known: of another server, of another model, of tokens that were not
    told. Never 0: the data hold no price for what is free, and cannot tell it from what is new.
    """
    url = base_url or OPENAI
    if usage.unreported or not _public(url):
        return None
    # Imported here: it takes 90 ms, most of it for 1.6 MB of prices, which no brief of a server of
    # one's own has to pay.
    from genai_prices import Usage as Tokens
    from genai_prices import calc_price

    tokens = Tokens(
        input_tokens=usage.input,
        cache_read_tokens=min(usage.cached_input, usage.input),
        output_tokens=usage.output,
    )
    try:
        found = calc_price(tokens, model, provider_api_url=url)
    except (LookupError, ValueError):  # no such provider or model; a price that needs more
        return None
    known = (found.input_price or not usage.input) and (found.output_price or not usage.output)
    return float(found.total_price) if known and found.total_price else None


@lru_cache(maxsize=64)
def _public(url: str) -> bool:
    """Whether ``url`` may be a provider's: none has its prices published for a machine at home."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host
