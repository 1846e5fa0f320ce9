package dev.primegate.broker.falconx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.QuoteRequest;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vectors worked out apart from this code; the third also by openssl. */
class FalconXSignerTest {
    private static final FalconXKey KEY =
            new FalconXKey("key", "pass", "dGVzdC1zaWduaW5nLWtleS0zMi1ieXRlcy1sb25nISE=");
    private static final FalconXSigner SIGNER = new FalconXSigner(KEY);

    @Test
    @Proves({"C8", "A4"})
    void aReadSignsItsQueryAsItGoesOverTheWireAndTheTimestampMayHaveDecimals() {
        var headers =
                SIGNER.headers(
                        Instant.parse("2025-10-09T08:53:20.5Z"),
                        "GET",
                        "/v1/quotes?t_start=2025-10-09T00%3A00%3A00%2B00%3A00"
                                + "&t_end=2025-10-10T00%3A00%3A00%2B00%3A00",
                        "");

        assertThat(headers)
                .containsEntry("FX-ACCESS-TIMESTAMP", "1760000000.5")
                .containsEntry("FX-ACCESS-KEY", "key")
                .containsEntry("FX-ACCESS-PASSPHRASE", "pass")
                .containsEntry("FX-ACCESS-SIGN", "AZxrBmCcg0loLPRRlDq+zEfLMWBiXZ+jN416P5jtX5I=");
    }

    @Test
    @Proves({"C8", "A4"})
    void aQuoteSignsItsBody() {
        var headers =
                SIGNER.headers(
                        Instant.ofEpochSecond(1_760_000_000),
                        "POST",
                        "/v3/quotes",
                        "{\"token_pair\":{\"base_token\":\"BTC\",\"quote_token\":\"USD\"},"
                                + "\"quantity\":{\"token\":\"BTC\",\"value\":\"0.01\"},"
                                + "\"side\":\"buy\","
                                + "\"client_order_id\":\"d6f3e1fa-e148-4009-9c07-a87f9ae78d1a\"}");

        assertThat(headers)
                .containsEntry("FX-ACCESS-TIMESTAMP", "1760000000")
                .containsEntry("FX-ACCESS-SIGN", "pCq0obRIFB3y872loHIVguSlUmlt0h2V0yJKrxdRBUw=");
    }

    @Test
    @Proves({"C8", "A4"})
    void thePriceStreamSignsItsPathAtAWholeSecondAndReadsTheClockOnce() {
        assertThat(SIGNER.stream(1_760_000_000L))
                .isEqualTo("kDfRzTDSMPlLFT0AN2gOIC4w8htwCewAXcZMIIZWDTs=");
        assertThat(
                        new FalconXSubscriptions(KEY, List.of(), Decimal10.ONE)
                                .opening(Instant.parse("2025-10-09T08:53:20.999Z")))
                .isEqualTo(
                        "{\"action\":\"auth\",\"request_id\":\"auth\",\"api_key\":\"key\","
                                + "\"passphrase\":\"pass\","
                                + "\"signature\":\"kDfRzTDSMPlLFT0AN2gOIC4w8htwCewAXcZMIIZWDTs=\","
                                + "\"timestamp\":1760000000}");
    }

    @Test
    void theTimestampIsNeverCutToASecondThatIsPast() {
        assertThat(FalconXSigner.timestamp(Instant.parse("2025-10-09T08:53:20.001999Z")))
                .isEqualTo("1760000000.001");
        assertThat(FalconXSigner.timestamp(Instant.ofEpochSecond(1_760_000_010)))
                .isEqualTo("1760000010");
    }

    @Test
    @Proves("M3")
    void theSameQuoteIsSpelledInBothVersions() {
        QuoteRequest request =
                new QuoteRequest(
                        new Tenant("fund"),
                        new Account("main"),
                        new ClOrdId("q"),
                        new Symbol("BTC-USD"),
                        Optional.of(Side.BUY),
                        new OrderSize.Units(Quantity.of("0.01")));
        var btc = SymbolMaster.standard().get(request.symbol());

        assertThat(FalconXRequest.json(request, btc, FalconXVersion.V1))
                .contains("\"value\":\"0.01\"", "\"side\":\"buy\"");
        assertThat(FalconXRequest.json(request, btc, FalconXVersion.V3))
                .contains("\"value\":0.01", "\"client_order_id\":\"" + request.clientId());
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertThat(KEY).hasToString("FalconXKey[***]");
    }
}
