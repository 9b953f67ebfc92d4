package org.talentrecall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.text.NameForms;

/**
 * Generated records of a recruiter's pool: 1 to 6 records a person, with names as common as they are, numbers that change,
 * fathers who share theirs, agencies, slips, pinyin and English names. Every record can be made again by its number.
 */
final class CandidatePool {
    private static final long SEED = 20261125;
    /** One person in so many now and then gives the telephone of a father, who is in the pool too. */
    private static final int CHILDREN = 50;

    private static final List<String> FAMILY = List.of(
            "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 邓 冯 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 沈 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 黎 史 龙 贺 陶 顾 毛 郝 龚 邵 万 钱 严 欧阳 司马 上官 诸葛"
                    .split(" ", -1));
    private static final String SIGNS =
            "伟芳娜敏静丽强磊军洋勇艳杰涛超明霞平刚鹏辉玲波丹红燕斌婷英华萍健琳琴莉慧宇鑫倩浩凯飞峰亮洁欣雪梅雷龙佳帆颖晶琪瑶悦晨阳璐宁旭林俊毅博翔彬晓兰云玉瑞文东海建楠蕾薇莹媛岩威坤钢锋琦蓉茜青雯萌曼琼淼国志子思嘉梦雨天一少家振世永春秋冬金银德荣福寿昌盛光耀祖宗先泽润清淑珍秀桂凤仙巧美艺诗书画涵睿轩梓诺言希可心怡然安康乐";
    private static final String[] ENGLISH = {"Vivian", "Kevin", "Grace", "Jason", "Cindy", "Eric", "Amy", "Leo"};
    private static final String[] CITIES = {
        "北京", "北京", "北京", "上海", "上海", "上海", "深圳", "深圳", "广州", "广州", "杭州", "杭州", "成都", "南京", "武汉", "苏州", "西安", "天津",
        "重庆", "长沙", "郑州", "青岛", "厦门", "合肥", "宁波", "无锡", "济南", "大连", "沈阳", "福州", "昆明", "贵阳", "南昌", "太原", "石家庄"
    };
    private static final String[] PROVIDERS = {"163.com", "qq.com", "126.com", "gmail.com", "outlook.com", "sina.com"};

    private final int[] firstRecord;
    private final int records;
    private final List<String> givenNames;

    private CandidatePool(int[] firstRecord, int records, List<String> givenNames) {
        this.firstRecord = firstRecord;
        this.records = records;
        this.givenNames = givenNames;
    }

    /**
     * @param names folder with a list of Chinese names, one a line; or null for given names from common signs alone
     */
    static CandidatePool of(int records, @Nullable Path names) throws IOException {
        int[] first = new int[records + 1];
        Random random = new Random(SEED);
        int persons = 0;
        int count = 0;
        while (count < records) {
            first[persons++] = count;
            int more = random.nextInt(100);
            count += more < 45 ? 1 : more < 70 ? 2 : more < 84 ? 3 : more < 93 ? 4 : more < 98 ? 5 : 6;
        }
        first[persons] = count;
        return new CandidatePool(java.util.Arrays.copyOf(first, persons + 1), records, given(names));
    }

    private static List<String> given(@Nullable Path folder) throws IOException {
        List<String> given = new ArrayList<>();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                        .sorted()
                        .toList()) {
                    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                        String name = line.strip();
                        if (name.length() == 3 && NameForms.looksLikeChineseName(name)) {
                            given.add(name.substring(1));
                        }
                    }
                }
            }
        }
        return given;
    }

    int records() {
        return records;
    }

    int person(int record) {
        int at = java.util.Arrays.binarySearch(firstRecord, record);
        return at >= 0 ? at : -at - 2;
    }

    List<StatedFact> facts(int record) {
        int person = person(record);
        Person who = new Person(new Random(SEED * 31 + person));
        if (person % CHILDREN == 1) {
            Person father = new Person(new Random(SEED * 31 + person - 1));
            who.family = father.family;
            who.sharedPhone = father.phone;
        }
        Random random = new Random(SEED * 131 + record);
        List<Fact> facts = new ArrayList<>();
        facts.add(new PersonName(name(who, random)));
        phone(who, random, facts);
        mail(who, random, facts);
        if (random.nextInt(100) < 40) {
            int off = random.nextInt(100);
            facts.add(new BirthYear(who.birth + (off < 4 ? 1 : off < 8 ? -1 : 0)));
        }
        if (random.nextInt(100) < 60) {
            facts.add(new Education(who.school, null, null, null, null));
        }
        int jobs = random.nextInt(who.employers.size() + 1);
        who.employers.stream()
                .limit(jobs)
                .forEach(company -> facts.add(new Employment(company, null, null, null, null, false, null)));
        if (random.nextInt(100) < 60) {
            facts.add(new Residence(random.nextInt(100) < 15 ? CITIES[random.nextInt(CITIES.length)] : who.city));
        }
        Locator locator = new Locator.Document("pool", null, null);
        return facts.stream().map(fact -> new StatedFact(fact, locator, 1)).toList();
    }

    private final class Person {
        String family;
        final String given;
        final String phone;
        final String newPhone;
        String sharedPhone;
        final String mailbox;
        final String provider;
        final int birth;
        final String school;
        final List<String> employers = new ArrayList<>();
        final String city;

        Person(Random random) {
            family = FAMILY.get((int) (FAMILY.size() * Math.pow(random.nextDouble(), 2.2)));
            given = givenName(random);
            phone = phone(random);
            newPhone = phone(random);
            sharedPhone = phone;
            List<String> readings = NameForms.pinyin(family + given);
            mailbox = (readings.isEmpty() ? "user" : readings.get(0).replace(" ", "")) + random.nextInt(10_000);
            provider = PROVIDERS[random.nextInt(PROVIDERS.length)];
            birth = 1960 + random.nextInt(42);
            school = "第" + (int) (400 * Math.pow(random.nextDouble(), 2)) + "大学";
            int jobs = 1 + random.nextInt(4);
            for (int job = 0; job < jobs; job++) {
                employers.add("企号" + (int) (60_000 * Math.pow(random.nextDouble(), 3)) + "制造");
            }
            city = CITIES[random.nextInt(CITIES.length)];
        }
    }

    private String givenName(Random random) {
        double kind = random.nextDouble();
        if (kind < 0.25) {
            return sign(random);
        }
        return !givenNames.isEmpty() && kind < 0.5
                ? givenNames.get(random.nextInt(givenNames.size()))
                : sign(random) + sign(random);
    }

    private static String sign(Random random) {
        int at = (int) (SIGNS.length() * Math.pow(random.nextDouble(), 1.8));
        return SIGNS.substring(at, at + 1);
    }

    private static String phone(Random random) {
        return "1" + "3578".charAt(random.nextInt(4)) + "%09d".formatted(random.nextInt(1_000_000_000));
    }

    private static String name(Person who, Random random) {
        int way = random.nextInt(100);
        List<String> readings = way < 12 ? NameForms.pinyin(who.family + who.given) : List.of();
        if (way < 8 && !readings.isEmpty()) {
            return readings.get(random.nextInt(readings.size()));
        }
        if (way < 11 && !readings.isEmpty()) {
            return ENGLISH[random.nextInt(ENGLISH.length)] + " "
                    + readings.get(0).split(" ", 2)[0];
        }
        if (way < 12) {
            return who.family + sign(random) + who.given.substring(1);
        }
        return who.family + who.given;
    }

    private static void phone(Person who, Random random, List<Fact> facts) {
        int way = random.nextInt(1000);
        if (way >= 850) {
            return;
        }
        String number = who.phone;
        if (way < 120) {
            number = who.newPhone;
        } else if (way < 140) {
            int at = 3 + random.nextInt(8);
            number = number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
        } else if (way < 150) {
            number = "139%08d".formatted(random.nextInt(200));
        } else if (way < 300) {
            number = who.sharedPhone;
        }
        facts.add(new Contact(Contact.Kind.PHONE, "+86" + number, number));
    }

    private static void mail(Person who, Random random, List<Fact> facts) {
        int way = random.nextInt(1000);
        if (way >= 600) {
            return;
        }
        String address = way < 10
                ? "agency" + random.nextInt(200) + "@headhunt.example"
                : way < 60
                        ? who.mailbox + "@" + PROVIDERS[random.nextInt(PROVIDERS.length)]
                        : who.mailbox + "@" + who.provider;
        facts.add(new Contact(Contact.Kind.MAIL, address, address));
    }
}
