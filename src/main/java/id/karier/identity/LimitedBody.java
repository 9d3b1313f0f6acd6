package id.karier.identity;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of somebody else's answer, which fails as soon as it is longer than we take. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private long left;
    private Flow.Subscription subscription = NONE;

    private static final Flow.Subscription NONE = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    LimitedBody(long most) {
        this.left = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            left -= part.remaining();
        }
        if (left < 0) {
            subscription.cancel();
            whole.onError(new IllegalStateException("answer is too long"));
        } else {
            whole.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        if (left >= 0) {
            whole.onComplete();
        }
    }
}
