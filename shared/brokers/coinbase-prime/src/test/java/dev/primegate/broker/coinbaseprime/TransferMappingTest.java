package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.Transfer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferMappingTest {
    @Test
    @Proves("G15")
    void aWithdrawalThatReplacedAnotherIsRead() {
        Transfer transfer =
                TransferMapping.transfer(
                        BrokerJson.read(
                                """
                                {"id":"t-2","type":"WITHDRAWAL","status":"TRANSACTION_DONE",
                                 "symbol":"BTC","amount":"0.25","fees":"4.53","fee_symbol":"USD",
                                 "created_at":"2026-11-02T09:00:00Z",
                                 "completed_at":"2026-11-02T09:12:31Z",
                                 "blockchain_ids":["0xabc"],"something_new":1,
                                 "transfer_to":{"type":"ADDRESS","value":"bc1q"},
                                 "onchain_details":{"replaced_transaction_id":"t-1"}}
                                """,
                                PrimeMessages.Transaction.class));

        assertThat(transfer)
                .isEqualTo(
                        new Transfer(
                                "t-2",
                                Transfer.Kind.OUT,
                                Transfer.State.DONE,
                                new Money(Decimal10.of("0.25"), new Asset("BTC")),
                                Optional.of(new Money(Decimal10.of("4.53"), new Asset("USD"))),
                                Optional.empty(),
                                Instant.parse("2026-11-02T09:00:00Z"),
                                Optional.of(Instant.parse("2026-11-02T09:12:31Z")),
                                List.of("0xabc"),
                                Optional.of("bc1q"),
                                Optional.of("t-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"WALLET\",\"value\":\"w-1\",\"address\":\"0x1\"}', '', 0x1",
        "'{\"type\":\"WALLET\",\"value\":\"w-1\"}', 0x2, 0x2",
        "'{\"type\":\"WALLET\",\"value\":\"w-1\"}', '', ''",
        "'{\"type\":\"ADDRESS\",\"value\":\"0x3\"}', 0x2, 0x3",
    })
    @Proves("G15")
    void aWalletsIdIsNoAddress(String to, String details, String expected) {
        Transfer transfer =
                TransferMapping.transfer(
                        BrokerJson.read(
                                """
                                {"id":"t","type":"WITHDRAWAL","status":"TRANSACTION_DONE",
                                 "symbol":"ETH","amount":"1","created_at":"2026-11-02T09:00:00Z",
                                 "transfer_to":%s,"onchain_details":{"destination_address":"%s"}}
                                """
                                        .formatted(to, details),
                                PrimeMessages.Transaction.class));

        assertThat(transfer.address().orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSACTION_CREATED, PENDING",
        "TRANSACTION_BROADCASTING, PENDING",
        "TRANSACTION_RESTORED, PENDING",
        "TRANSACTION_DONE, DONE",
        "TRANSACTION_IMPORTED, DONE",
        "TRANSACTION_CANCELLED, FAILED",
        "TRANSACTION_REJECTED, FAILED",
        "TRANSACTION_FAILED, FAILED",
        "TRANSACTION_EXPIRED, FAILED",
        "TRANSACTION_RETRIED, REPLACED"
    })
    void statuses(String theirs, Transfer.State ours) {
        assertThat(TransferMapping.state(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "DEPOSIT, IN",
        "COINBASE_REFUND, IN",
        "WITHDRAWAL, OUT",
        "BILLING_WITHDRAWAL, FEE",
        "CONVERSION, CONVERSION",
        "SLASH, PENALTY",
        "REWARD, REWARD",
        "STAKE, NEUTRAL",
        "TRANSACTION_TYPE_OTHER, OTHER"
    })
    void types(String theirs, Transfer.Kind ours) {
        assertThat(TransferMapping.kind(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"OTHER_TRANSACTION_STATUS", "DONE", ""})
    @Proves("A6")
    void noOtherStatusIsGuessed(@Nullable String theirs) {
        assertThatThrownBy(() -> TransferMapping.state(theirs))
                .isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"AIRDROP", "deposit", ""})
    @Proves("A6")
    void noOtherTypeIsGuessed(@Nullable String theirs) {
        assertThatThrownBy(() -> TransferMapping.kind(theirs))
                .isInstanceOf(UnreadableException.class);
    }
}
