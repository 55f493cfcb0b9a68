// .cppwarden.yaml, merged with the defaults; what `config dump` prints of it is
// a configuration again and says the same.
#include "driver/Configuration.h"
#include "FuzzTarget.h"
#include "llvm/Support/raw_ostream.h"

using namespace cppwarden;
using namespace cppwarden::driver;

namespace {

const RuleCatalogue &catalogue() {
  static const RuleCatalogue Rules = llvm::cantFail(RuleCatalogue::load());
  return Rules;
}

std::string dump(const Configuration &Values) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  for (const EffectiveSetting &Setting : Values.Effective)
    Out << Setting.Text << '\n';
  return Text;
}

llvm::Expected<Configuration> resolved(llvm::StringRef Yaml) {
  auto Layer = parseConfiguration({Yaml, "/p/.cppwarden.yaml"});
  if (!Layer)
    return Layer.takeError();
  return resolve({std::move(*Layer)}, catalogue());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  // The parser wants a NUL behind the end.
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  auto Values = resolved(Text);
  if (!Values) {
    std::string Message = llvm::toString(Values.takeError());
    fuzz::promise(!Message.empty(), "an error says something");
    fuzz::refuse(std::move(Message));
    return 0;
  }
  fuzz::accept();
  std::string Printed = dump(*Values);
  auto Again = resolved(Printed);
  fuzz::promise(bool(Again), "config dump is a configuration");
  fuzz::promise(dump(*Again) == Printed, "config dump of itself is the same");
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  return filesOf("tests/fuzz/seeds/Configuration");
}
