// Once: a move-only callable that runs at most one time; std::function cannot carry what only moves. Used to
// hand work and answers from thread to thread. A value; whoever holds it owns what it captured.
#pragma once
#include <memory>
#include <type_traits>
#include <utility>

namespace lotsen::work {

template <class Signature>
class Once;

template <class Out, class... In>
class Once<Out(In...)> {
 public:
  Once() = default;
  template <class F>
  requires(!std::is_same_v<std::remove_cvref_t<F>, Once>) Once(F&& call)
      : body_(std::make_unique<Holder<std::remove_cvref_t<F>>>(std::forward<F>(call))) {}

  explicit operator bool() const { return body_ != nullptr; }
  Out operator()(In... in) {
    const std::unique_ptr<Body> body = std::move(body_);
    return body->run(std::forward<In>(in)...);
  }

 private:
  struct Body {
    virtual ~Body() = default;
    virtual Out run(In... in) = 0;
  };
  template <class F>
  struct Holder : Body {
    template <class G>
    explicit Holder(G&& g) : f(std::forward<G>(g)) {}
    Out run(In... in) override { return f(std::forward<In>(in)...); }
    F f;
  };
  std::unique_ptr<Body> body_;
};

}  // namespace lotsen::work
